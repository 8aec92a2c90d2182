/**
 * Files of briefs for a batch, in JSON, JSON lines, YAML or CSV, and files of brand kits. All
 * problems of a file are found before anything is run.
 */
@NullMarked
package org.brandimage.examples.briefs;

import org.jspecify.annotations.NullMarked;
