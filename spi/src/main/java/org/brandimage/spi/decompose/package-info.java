/**
 * Stage 1: one line of text becomes products, backgrounds and themes. The words each came from stay
 * with it; nothing is invented. Cost: local CPU, or one small call to a language model.
 */
@NullMarked
package org.brandimage.spi.decompose;

import org.jspecify.annotations.NullMarked;
