/**
 * Pictures as pixels: resampling, placing and compositing products, masks, and putting the product
 * back exactly. All colours are straight-alpha 8-bit sRGB.
 */
@NullMarked
package org.brandimage.imaging;

import org.jspecify.annotations.NullMarked;
