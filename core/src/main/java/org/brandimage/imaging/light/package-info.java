/**
 * Light of a scene and its effects: an estimate of the direction and colour of the light, cast
 * shadows, colour grading and depth of field.
 */
@NullMarked
package org.brandimage.imaging.light;

import org.jspecify.annotations.NullMarked;
