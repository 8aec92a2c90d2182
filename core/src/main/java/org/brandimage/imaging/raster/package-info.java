/**
 * Operations on pixels that the other picture packages share: resizing, blending, colour spaces,
 * and pictures that are rendered or cropped when they are opened. Pictures are the immutable values
 * of {@code org.brandimage.spi.image}: 8-bit sRGB with straight alpha; light is averaged linearly.
 */
@NullMarked
package org.brandimage.imaging.raster;

import org.jspecify.annotations.NullMarked;
