package org.brandimage.imaging;

/** A small picture of one float a pixel, for shadows and other soft things. Not thread-safe. */
final class GreyPlane {
  private static final int PASSES = 3;

  private final int width;
  private final int height;
  private final float[] values;

  GreyPlane(int width, int height) {
    this.width = width;
    this.height = height;
    this.values = new float[Math.multiplyExact(width, height)];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  float[] values() {
    return values;
  }

  float get(int x, int y) {
    return values[y * width + x];
  }

  /** Keeps the larger of what stands there and the value; outside nothing happens. */
  void raise(int x, int y, float value) {
    if (x >= 0 && y >= 0 && x < width && y < height) {
      int i = y * width + x;
      values[i] = Math.max(values[i], value);
    }
  }

  /** The value between four pixels; beyond the border the nearest pixel's. */
  float interpolate(float x, float y) {
    float column = Math.max(0, Math.min(width - 1, x));
    float row = Math.max(0, Math.min(height - 1, y));
    int left = (int) column;
    int top = (int) row;
    int right = Math.min(left + 1, width - 1);
    int bottom = Math.min(top + 1, height - 1);
    float fx = column - left;
    float upper = get(left, top) * (1 - fx) + get(right, top) * fx;
    float lower = get(left, bottom) * (1 - fx) + get(right, bottom) * fx;
    return upper + (lower - upper) * (row - top);
  }

  /** Gives each pixel the largest value of the {@code rows} pixels below it and its own. */
  void smearUp(int rows) {
    int covered = 0;
    while (covered < rows) {
      int step = Math.min(Math.max(1, covered), rows - covered);
      int shift = step * width;
      for (int i = 0; i < values.length - shift; i++) {
        values[i] = Math.max(values[i], values[i + shift]);
      }
      covered += step;
    }
  }

  /**
   * Blurs by three box passes each way, which is within 3 % of a Gaussian of the same deviation (W.
   * M. Wells, "Efficient synthesis of Gaussian filters by cascaded uniform filters", PAMI 1986).
   * The cost does not depend on the deviation. Beyond the border there is nothing.
   */
  void blur(double sigmaX, double sigmaY) {
    float[] scratch = new float[values.length];
    for (int radius : radii(sigmaX)) {
      if (radius > 0) {
        System.arraycopy(values, 0, scratch, 0, values.length);
        blurRows(scratch, radius);
      }
    }
    for (int radius : radii(sigmaY)) {
      if (radius > 0) {
        System.arraycopy(values, 0, scratch, 0, values.length);
        blurColumns(scratch, radius);
      }
    }
  }

  /** Blurs the same both ways as if the border's pixels went on for ever. */
  void blurExtended(double sigma) {
    int border = (int) Math.ceil(3 * sigma) + 1;
    GreyPlane wide = new GreyPlane(width + 2 * border, height + 2 * border);
    for (int y = 0; y < wide.height; y++) {
      int row = Math.max(0, Math.min(height - 1, y - border)) * width;
      for (int x = 0; x < wide.width; x++) {
        wide.values[y * wide.width + x] =
            values[row + Math.max(0, Math.min(width - 1, x - border))];
      }
    }
    wide.blur(sigma, sigma);
    for (int y = 0; y < height; y++) {
      System.arraycopy(wide.values, (y + border) * wide.width + border, values, y * width, width);
    }
  }

  /** Three box radii whose variances add up to the wanted one as nearly as whole pixels allow. */
  static int[] radii(double sigma) {
    int[] radii = new int[PASSES];
    double left = sigma * sigma;
    for (int pass = 0; pass < PASSES; pass++) {
      double share = left / (PASSES - pass);
      radii[pass] = (int) Math.max(0, Math.round((Math.sqrt(12 * share + 1) - 1) / 2));
      double side = 2.0 * radii[pass] + 1;
      left = Math.max(0, left - (side * side - 1) / 12);
    }
    return radii;
  }

  private void blurRows(float[] from, int radius) {
    float weight = 1f / (2 * radius + 1);
    for (int y = 0; y < height; y++) {
      int row = y * width;
      double sum = 0;
      for (int x = 0; x < Math.min(radius, width); x++) {
        sum += from[row + x];
      }
      for (int x = 0; x < width; x++) {
        if (x + radius < width) {
          sum += from[row + x + radius];
        }
        if (x - radius - 1 >= 0) {
          sum -= from[row + x - radius - 1];
        }
        values[row + x] = (float) sum * weight;
      }
    }
  }

  private void blurColumns(float[] from, int radius) {
    float weight = 1f / (2 * radius + 1);
    double[] sums = new double[width];
    for (int y = -radius; y < height; y++) {
      int entering = y + radius;
      int leaving = y - radius - 1;
      for (int x = 0; x < width; x++) {
        if (entering < height) {
          sums[x] += from[entering * width + x];
        }
        if (leaving >= 0) {
          sums[x] -= from[leaving * width + x];
        }
        if (y >= 0) {
          values[y * width + x] = (float) sums[x] * weight;
        }
      }
    }
  }
}
