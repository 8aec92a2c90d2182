/**
 * The cut-out step, outside the numbered stages, which turns a photo into a product with an alpha
 * channel and a confidence. Cost: local CPU, or one paid call per photo.
 */
@NullMarked
package org.brandimage.spi.cutout;

import org.jspecify.annotations.NullMarked;
