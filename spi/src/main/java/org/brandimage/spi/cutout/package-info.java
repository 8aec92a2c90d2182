/**
 * Beside the stages: a photo becomes a product with an alpha channel and a confidence. Cost: local
 * CPU, or one paid call a photo.
 */
@NullMarked
package org.brandimage.spi.cutout;

import org.jspecify.annotations.NullMarked;
