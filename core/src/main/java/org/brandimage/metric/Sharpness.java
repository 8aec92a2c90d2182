package org.brandimage.metric;

import org.brandimage.spi.image.RasterImage;

/**
 * Sharpness as the variance of the Laplacian: Pech-Pacheco et al., "Diatom autofocusing in
 * brightfield microscopy", ICPR 2000, with the kernel 0 1 0 / 1 -4 1 / 0 1 0. Higher is sharper.
 * The measure depends on the size of a picture, so larger ones are reduced by area to a longer side
 * of {@value #NORMAL_SIDE} pixels first: this is about the size of a finalist on a screen, and one
 * picture gets the same number at 1024 and at 2048 pixels. Noise counts as sharpness. Pure and
 * thread-safe.
 */
public final class Sharpness {
  /** The longer side at which sharpness is measured, in pixels. */
  public static final int NORMAL_SIDE = 512;

  private Sharpness() {}

  /**
   * Returns the sharpness of a picture.
   *
   * @param picture the picture, at least 3x3; transparent parts count as over white
   * @return at least 0
   * @throws IllegalArgumentException when a side is below 3 pixels
   */
  public static double of(RasterImage picture) {
    return of(Luma.REC_601.plane(picture));
  }

  /**
   * Returns the sharpness of a plane.
   *
   * @param plane values from 0 to 255, at least 3x3
   * @return at least 0
   * @throws IllegalArgumentException when a side is below 3 pixels
   */
  public static double of(Plane plane) {
    Sizes.check(plane.size(), plane.size(), 3);
    Plane normal = plane.reduced(NORMAL_SIDE);
    Sizes.check(normal.size(), normal.size(), 3);
    double sum = 0;
    double squares = 0;
    float[] row = new float[normal.width() - 2];
    for (int y = 1; y < normal.height() - 1; y++) {
      laplacian(normal, y, row);
      for (float value : row) {
        sum += value;
        squares += (double) value * value;
      }
    }
    double n = (double) row.length * (normal.height() - 2);
    return Math.max(0, squares / n - sum / n * (sum / n));
  }

  private static void laplacian(Plane plane, int y, float[] target) {
    float[] values = plane.values();
    int width = plane.width();
    int at = y * width + 1;
    for (int x = 0; x < target.length; x++) {
      float around =
          values[at + x - 1] + values[at + x + 1] + values[at + x - width] + values[at + x + width];
      target[x] = around - 4 * values[at + x];
    }
  }
}
