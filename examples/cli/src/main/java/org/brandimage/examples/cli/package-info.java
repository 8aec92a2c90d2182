/**
 * The {@code brandimage} command: runs briefs, and verifies what a run wrote. Exit codes: 0 done, 1
 * the run failed, 2 the input cannot be used, 3 some briefs of a batch have no pictures.
 */
@NullMarked
package org.brandimage.examples.cli;

import org.jspecify.annotations.NullMarked;
