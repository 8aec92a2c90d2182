/**
 * Placement of products on a canvas: a grid of positions, sizes and rotations inside the free
 * region of a scene, each with all products side by side on one line.
 */
@NullMarked
package org.brandimage.imaging.layout;

import org.jspecify.annotations.NullMarked;
