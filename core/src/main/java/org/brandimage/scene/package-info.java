/**
 * The reading of background photos without a model: {@link
 * org.brandimage.scene.ClassicalSceneReader} finds free ground, horizon and scale from colours,
 * contours and lines, and {@link org.brandimage.scene.FootprintSearch} finds where a product can
 * stand on that ground.
 */
@NullMarked
package org.brandimage.scene;

import org.jspecify.annotations.NullMarked;
