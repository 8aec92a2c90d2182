/**
 * The picture toolbox of core, for providers too: guarded decoding, fast PNG writing, masks and
 * cut-outs, resampling, placing and compositing products, and putting the product back exactly.
 * Pictures come in and go out as the immutable values of {@code org.brandimage.spi.image}: 8-bit
 * sRGB with straight alpha. Strangers' bytes enter through {@link
 * org.brandimage.imaging.ImageDecoder} only.
 */
@NullMarked
package org.brandimage.imaging;

import org.jspecify.annotations.NullMarked;
