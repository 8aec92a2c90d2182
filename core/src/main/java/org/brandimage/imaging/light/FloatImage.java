package org.brandimage.imaging.light;

import java.util.Arrays;

/** A single-channel image of floats, for shadows and blurred layers. Not thread-safe. */
final class FloatImage {
  private static final int PASSES = 3;

  private final int width;
  private final int height;
  private final float[] values;

  FloatImage(int width, int height) {
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

  FloatImage copy() {
    FloatImage copy = new FloatImage(width, height);
    System.arraycopy(values, 0, copy.values, 0, values.length);
    return copy;
  }

  /**
   * Writes the row between two rows; beyond the border the nearest pixels'.
   *
   * @param y the row, whole at its middle
   * @param line the row with its first and last pixel repeated, two longer than the plane is wide
   */
  void interpolateRow(float y, float[] line) {
    float row = Math.max(0, Math.min(height - 1, y));
    int top = ((int) row) * width;
    int bottom = Math.min((int) row + 1, height - 1) * width;
    float share = row - (int) row;
    for (int x = 0; x < width; x++) {
      line[x + 1] = values[top + x] + (values[bottom + x] - values[top + x]) * share;
    }
    line[0] = line[1];
    line[width + 1] = line[width];
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
   * The cost does not depend on the deviation, only on the part of the plane that it reaches.
   * Beyond the border there is nothing.
   */
  void blur(double sigmaX, double sigmaY) {
    int top = 0;
    int bottom = height;
    while (top < bottom && blank(top)) {
      top++;
    }
    while (bottom > top && blank(bottom - 1)) {
      bottom--;
    }
    int[] across = Arrays.stream(radii(sigmaX)).filter(radius -> radius > 0).toArray();
    float[] line = new float[width];
    for (int y = top; y < bottom; y++) {
      for (int radius : across) {
        System.arraycopy(values, y * width, line, 0, width);
        blurRow(line, y * width, radius);
      }
    }
    float[] scratch = new float[values.length];
    for (int radius : radii(sigmaY)) {
      if (radius > 0 && top < bottom) {
        System.arraycopy(values, top * width, scratch, top * width, (bottom - top) * width);
        blurColumns(scratch, radius, top, bottom);
        top = Math.max(0, top - radius);
        bottom = Math.min(height, bottom + radius);
      }
    }
  }

  private boolean blank(int y) {
    for (int i = y * width; i < (y + 1) * width; i++) {
      if (values[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Blurs the same both ways as if the border's pixels went on for ever. */
  void blurExtended(double sigma) {
    int border = (int) Math.ceil(3 * sigma) + 1;
    FloatImage wide = new FloatImage(width + 2 * border, height + 2 * border);
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

  /** Writes a row's moving averages; what leaves the sum is as exact as what entered it. */
  private void blurRow(float[] line, int row, int radius) {
    float weight = 1f / (2 * radius + 1);
    double sum = 0;
    int x = -radius;
    for (; x < 0; x++) {
      sum += x + radius < width ? line[x + radius] : 0;
    }
    int inner = Math.min(radius + 1, width);
    for (; x < inner; x++) {
      sum += x + radius < width ? line[x + radius] : 0;
      values[row + x] = (float) sum * weight;
    }
    for (; x < width - radius; x++) {
      sum += line[x + radius] - (double) line[x - radius - 1];
      values[row + x] = (float) sum * weight;
    }
    for (; x < width; x++) {
      sum -= line[x - radius - 1];
      values[row + x] = (float) sum * weight;
    }
  }

  /** Writes the columns' moving averages; all rows but those from top to bottom are blank. */
  private void blurColumns(float[] from, int radius, int top, int bottom) {
    float weight = 1f / (2 * radius + 1);
    double[] sums = new double[width];
    for (int y = top - radius; y < Math.min(height, bottom + radius); y++) {
      int entering = (y + radius) * width;
      int leaving = (y - radius - 1) * width;
      boolean enters = y + radius < bottom;
      boolean leaves = y - radius - 1 >= top;
      for (int x = 0; enters && x < width; x++) {
        sums[x] += from[entering + x];
      }
      for (int x = 0; leaves && x < width; x++) {
        sums[x] -= from[leaving + x];
      }
      for (int x = 0; y >= 0 && x < width; x++) {
        values[y * width + x] = (float) sums[x] * weight;
      }
    }
  }
}
