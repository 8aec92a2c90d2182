/**
 * Placing products into a photo that was understood: which part of the photo a canvas shows, and
 * where in it products stand on free ground at their real size.
 */
@NullMarked
package org.brandimage.imaging.scene;

import org.jspecify.annotations.NullMarked;
