/**
 * A small path tracer: describe {@link org.brandimage.examples.scenes.tracer.Solid}s and {@link
 * org.brandimage.examples.scenes.tracer.Light}s in a {@link
 * org.brandimage.examples.scenes.tracer.Scene}, render it to {@link
 * org.brandimage.examples.scenes.tracer.Film}, develop that into a picture. Metres, y up, linear
 * sRGB.
 */
@NullMarked
package org.brandimage.examples.scenes.tracer;

import org.jspecify.annotations.NullMarked;
