/**
 * Cut-out makers that need no network: one for photos that have an alpha channel, one for photos on
 * an even studio background. Both refuse a photo that they cannot cut reliably.
 */
@NullMarked
package org.brandimage.imaging.cutout;

import org.jspecify.annotations.NullMarked;
