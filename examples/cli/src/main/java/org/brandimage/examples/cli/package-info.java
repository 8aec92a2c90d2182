/**
 * The {@code brandimage} command: runs a brief, and verifies what a run wrote. Exit codes: 0 done,
 * 1 the run failed, 2 the input cannot be used.
 */
@NullMarked
package org.brandimage.examples.cli;

import org.jspecify.annotations.NullMarked;
