/**
 * Guidelines of placement: whether products stand where the background has ground for them, at a
 * size that is believable there, in a part of the photo that is large enough. They are answered
 * from what was read of the background ({@link org.brandimage.spi.scene.SceneView}) and unanswered
 * where nothing was, or where a product does not stand.
 */
@NullMarked
package org.brandimage.quality.placement;

import org.jspecify.annotations.NullMarked;
