package org.brandimage.metric;

/**
 * The window, the constants and the formula of structural similarity, as the authors' ssim.m has
 * them.
 */
final class SsimWindow {
  /** The side of the window, in pixels. */
  static final int SIDE = 11;

  /** Subtracted from values first, so that variances keep their precision in 32 bits. */
  static final float MID_GREY = 127.5f;

  /** (K1 L)² with K1 0.01 and L 255. */
  static final float C1 = (float) (0.01 * 255 * 0.01 * 255);

  /** (K2 L)² with K2 0.03 and L 255. */
  static final float C2 = (float) (0.03 * 255 * 0.03 * 255);

  private SsimWindow() {}

  /** The weights of a Gaussian of sigma 1.5, which sum to 1; a fresh array. */
  static float[] weights() {
    double[] weights = new double[SIDE];
    double total = 0;
    for (int i = 0; i < SIDE; i++) {
      double x = i - SIDE / 2;
      weights[i] = Math.exp(-x * x / (2 * 1.5 * 1.5));
      total += weights[i];
    }
    float[] normalised = new float[SIDE];
    for (int i = 0; i < SIDE; i++) {
      normalised[i] = (float) (weights[i] / total);
    }
    return normalised;
  }

  /** The contrast-structure map from the means of x, z, x²+z² and xz, x and z less mid-grey. */
  static void contrastStructure(
      float[] meanX, float[] meanZ, float[] squares, float[] products, float[] target) {
    for (int i = 0; i < target.length; i++) {
      float cross = meanX[i] * meanZ[i];
      float own = meanX[i] * meanX[i] + meanZ[i] * meanZ[i];
      target[i] = (2 * (products[i] - cross) + C2) / (squares[i] - own + C2);
    }
  }

  /** Multiplies a map by the luminance term. */
  static void timesLuminance(float[] meanX, float[] meanZ, float[] target) {
    for (int i = 0; i < target.length; i++) {
      float x = meanX[i] + MID_GREY;
      float z = meanZ[i] + MID_GREY;
      target[i] *= (2 * x * z + C1) / (x * x + z * z + C1);
    }
  }
}
