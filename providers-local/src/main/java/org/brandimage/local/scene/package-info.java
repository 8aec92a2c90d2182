/**
 * The reading of backgrounds with models: networks that name the class of each pixel say where the
 * ground is, and a detector finds things of known size. {@link
 * org.brandimage.local.scene.ModelSceneReader} combines both with the reader that needs no model.
 */
@NullMarked
package org.brandimage.local.scene;

import org.jspecify.annotations.NullMarked;
