/**
 * What a background photo shows, as far as a product is to be put into it: where something can
 * stand, how large things are there, and where the light comes from. A {@link
 * org.brandimage.spi.scene.SceneReader} reads a photo once; its {@link
 * org.brandimage.spi.scene.SceneMap} serves every placement in it.
 */
@NullMarked
package org.brandimage.spi.scene;

import org.jspecify.annotations.NullMarked;
