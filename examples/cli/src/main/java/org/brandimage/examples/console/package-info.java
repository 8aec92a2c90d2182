/** The output of the command: lines of printable text, with ASCII digits in every locale. */
@NullMarked
package org.brandimage.examples.console;

import org.jspecify.annotations.NullMarked;
