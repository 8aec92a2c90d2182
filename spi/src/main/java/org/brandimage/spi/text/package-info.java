/** Text from outside, made safe to print to a terminal or a log. */
@NullMarked
package org.brandimage.spi.text;

import org.jspecify.annotations.NullMarked;
