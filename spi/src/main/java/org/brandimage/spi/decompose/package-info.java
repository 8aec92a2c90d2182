/**
 * The decompose stage (stage 1), which splits one line of text into products, backgrounds and
 * themes. Each keeps the words it came from; nothing is invented. Cost: local CPU, or one small
 * call to a language model.
 */
@NullMarked
package org.brandimage.spi.decompose;

import org.jspecify.annotations.NullMarked;
