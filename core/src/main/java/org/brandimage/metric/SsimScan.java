package org.brandimage.metric;

/**
 * One pass over two planes that gives their mean structural similarity at one scale: an 11x11
 * Gaussian window of sigma 1.5 at every position where it lies wholly inside.
 *
 * <p>The window is separable. Rows are filtered as they come and kept in a ring of eleven; four
 * maps suffice (both means, the mean of x²+y², the mean of xy). Each inner loop has one or two
 * terms over separate arrays, since that is what the compiler of Java 17 turns into vector
 * instructions. Values are taken relative to mid-grey, so that the variances, which are differences
 * of large numbers, keep their precision in 32 bits.
 */
final class SsimScan {
  static final int WINDOW = 11;

  private static final int MAPS = 4;
  private static final float MID_GREY = 127.5f;
  private static final float C1 = (float) (0.01 * 255 * 0.01 * 255);
  private static final float C2 = (float) (0.03 * 255 * 0.03 * 255);
  private static final float[] KERNEL = kernel();

  private final int width;
  private final int outputs;
  private final float[][] source = new float[MAPS][];
  private final float[][][] ring = new float[MAPS][WINDOW][];
  private final float[][] blurred = new float[MAPS][];
  private final float[] similarity;
  private final float[] contrastStructure;

  /**
   * The means over all windows.
   *
   * @param similarity of luminance, contrast and structure together
   * @param contrastStructure of contrast and structure alone
   */
  record Means(double similarity, double contrastStructure) {}

  private SsimScan(int width) {
    this.width = width;
    this.outputs = width - WINDOW + 1;
    for (int map = 0; map < MAPS; map++) {
      source[map] = new float[width];
      blurred[map] = new float[outputs];
      for (int k = 0; k < WINDOW; k++) {
        ring[map][k] = new float[outputs];
      }
    }
    similarity = new float[outputs];
    contrastStructure = new float[outputs];
  }

  /** Scans two planes of one size, at least 11x11, every window counting the same. */
  static Means scan(Plane first, Plane second) {
    SsimScan scan = new SsimScan(first.width());
    double similarity = 0;
    double contrastStructure = 0;
    for (int y = 0; y < first.height(); y++) {
      scan.filterRow(first, second, y);
      if (y >= WINDOW - 1) {
        scan.compareRow(y);
        similarity += sum(scan.similarity);
        contrastStructure += sum(scan.contrastStructure);
      }
    }
    double windows = (double) scan.outputs * (first.height() - WINDOW + 1);
    return new Means(similarity / windows, contrastStructure / windows);
  }

  /** Scans two planes, each window counting as much as the weight at its centre. */
  static Means scan(Plane first, Plane second, Plane weights) {
    SsimScan scan = new SsimScan(first.width());
    double similarity = 0;
    double contrastStructure = 0;
    double total = 0;
    for (int y = 0; y < first.height(); y++) {
      scan.filterRow(first, second, y);
      if (y >= WINDOW - 1) {
        scan.compareRow(y);
        int centre = (y - WINDOW / 2) * first.width() + WINDOW / 2;
        for (int x = 0; x < scan.outputs; x++) {
          double weight = weights.values()[centre + x];
          similarity += weight * scan.similarity[x];
          contrastStructure += weight * scan.contrastStructure[x];
          total += weight;
        }
      }
    }
    if (!(total > 0)) {
      throw new IllegalArgumentException(
          "the mask keeps no pixel that is 5 or more from every edge of " + first.size());
    }
    return new Means(similarity / total, contrastStructure / total);
  }

  private void filterRow(Plane first, Plane second, int y) {
    float[] x = source[0];
    float[] z = source[1];
    subtractGrey(first.values(), y * width, x);
    subtractGrey(second.values(), y * width, z);
    sumOfSquares(x, z, source[2]);
    product(x, z, source[3]);
    for (int map = 0; map < MAPS; map++) {
      float[] target = ring[map][y % WINDOW];
      start(source[map], KERNEL[0], target);
      for (int k = 1; k < WINDOW; k++) {
        addShifted(source[map], k, KERNEL[k], target);
      }
    }
  }

  private void compareRow(int y) {
    for (int map = 0; map < MAPS; map++) {
      float[][] rows = ring[map];
      float[] target = blurred[map];
      start(rows[(y + 6) % WINDOW], KERNEL[5], target);
      for (int k = 0; k < WINDOW / 2; k++) {
        addPair(rows[(y + 1 + k) % WINDOW], rows[(y + WINDOW - k) % WINDOW], KERNEL[k], target);
      }
    }
    compare();
  }

  private void compare() {
    float[] meanX = blurred[0];
    float[] meanZ = blurred[1];
    float[] squares = blurred[2];
    float[] products = blurred[3];
    for (int i = 0; i < outputs; i++) {
      float cross = meanX[i] * meanZ[i];
      float own = meanX[i] * meanX[i] + meanZ[i] * meanZ[i];
      contrastStructure[i] = (2 * (products[i] - cross) + C2) / (squares[i] - own + C2);
    }
    for (int i = 0; i < outputs; i++) {
      float x = meanX[i] + MID_GREY;
      float z = meanZ[i] + MID_GREY;
      similarity[i] = contrastStructure[i] * (2 * x * z + C1) / (x * x + z * z + C1);
    }
  }

  private static void subtractGrey(float[] values, int offset, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = values[offset + i] - MID_GREY;
    }
  }

  private static void sumOfSquares(float[] x, float[] z, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = x[i] * x[i] + z[i] * z[i];
    }
  }

  private static void product(float[] x, float[] z, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = x[i] * z[i];
    }
  }

  private static void start(float[] from, float weight, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = weight * from[i];
    }
  }

  private static void addShifted(float[] from, int shift, float weight, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] += weight * from[i + shift];
    }
  }

  private static void addPair(float[] one, float[] other, float weight, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] += weight * (one[i] + other[i]);
    }
  }

  /** Four sums side by side, since one would wait for itself at every addition. */
  private static double sum(float[] values) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < values.length; i += 4) {
      a += values[i];
      b += values[i + 1];
      c += values[i + 2];
      d += values[i + 3];
    }
    for (; i < values.length; i++) {
      a += values[i];
    }
    return a + b + c + d;
  }

  private static float[] kernel() {
    double[] weights = new double[WINDOW];
    double total = 0;
    for (int i = 0; i < WINDOW; i++) {
      double x = i - WINDOW / 2;
      weights[i] = Math.exp(-x * x / (2 * 1.5 * 1.5));
      total += weights[i];
    }
    float[] kernel = new float[WINDOW];
    for (int i = 0; i < WINDOW; i++) {
      kernel[i] = (float) (weights[i] / total);
    }
    return kernel;
  }
}
