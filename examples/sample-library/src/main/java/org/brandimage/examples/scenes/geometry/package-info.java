/** Shapes as vectors, outlines, distance fields and noise, of which the drawn scenes are made. */
@NullMarked
package org.brandimage.examples.scenes.geometry;

import org.jspecify.annotations.NullMarked;
