package org.brandimage.examples.briefs;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The fields of one brief as they stand in a file.
 *
 * @param where the file and the line, row or entry, for messages
 * @param fields the fields
 */
record BriefRow(String where, ObjectNode fields) {}
