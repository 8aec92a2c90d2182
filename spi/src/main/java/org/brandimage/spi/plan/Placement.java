package org.brandimage.spi.plan;

import org.brandimage.spi.image.Box;

/**
 * The position, size and rotation of one product on the canvas. The upright cut-out is resized to
 * {@code width} x {@code height}, rotated, and placed so that the rotated rectangle fills {@code
 * box}. All lengths are whole pixels, so one rendered product can be used in every cell of a grid.
 *
 * @param product the index of the product in its scene, from 0
 * @param photo the index of the cut-out among the product's, from 0
 * @param width of the upright cut-out on the canvas in pixels, at least 1
 * @param height of the upright cut-out on the canvas in pixels, at least 1
 * @param rotation degrees, finite; positive is counter-clockwise
 * @param box the rotated rectangle's place on the canvas
 * @param zOrder higher is nearer to the viewer
 */
public record Placement(
    int product, int photo, int width, int height, double rotation, Box box, int zOrder) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when an index is negative, a side is below 1, or the rotation
   *     is not finite
   */
  public Placement {
    if (product < 0 || photo < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "placement must have indices from 0 and a size from 1x1: "
              + product
              + ", "
              + photo
              + ", "
              + width
              + "x"
              + height);
    }
    if (!Double.isFinite(rotation)) {
      throw new IllegalArgumentException("rotation must be finite: " + rotation);
    }
  }
}
