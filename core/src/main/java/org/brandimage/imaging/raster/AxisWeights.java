package org.brandimage.imaging.raster;

import java.util.Arrays;

/**
 * The precomputed weights of one axis of a separable resampling: which source pixels make up each
 * target pixel, and how much. Immutable.
 *
 * <p>From 4/7 of the size down each target pixel is the exact average of the source interval it
 * covers (area averaging), which cannot skip a pixel. Between that and full size the Catmull-Rom
 * cubic is stretched by the scale, as a low-pass filter; above full size it interpolates (Keys,
 * "Cubic convolution interpolation for digital image processing", 1981, a = -0.5). Weights that
 * would fall outside the source are left out and the rest is normalised to 1.
 */
final class AxisWeights {
  // A box this wide leaves at most 14 % of the finest pattern a source can hold; a narrower one
  // more.
  private static final double AREA_FROM = 1.75;
  private static final int WHOLE = 256;

  private final int[] starts;
  private final int[] counts;
  private final float[] weights;
  private final int[] shares;
  private final int taps;
  private final double scale;
  private final double reach;
  // For each source pixel and the end: most target rows ask for them several times.
  private final int[] reached;
  private final int[] beyond;

  private AxisWeights(int source, int target, double scale, double reach) {
    this.scale = scale;
    this.reach = reach;
    this.taps = (int) Math.ceil(2 * reach) + 2;
    this.starts = new int[target];
    this.counts = new int[target];
    this.weights = new float[target * taps];
    this.shares = new int[target * taps];
    this.reached = new int[source + 1];
    this.beyond = new int[source + 1];
  }

  /** Returns the weights of an axis that is wholly kept. */
  static AxisWeights of(int source, int target) {
    return of(source, target, 0, (double) source / target);
  }

  /**
   * Returns the weights of an axis.
   *
   * @param source source pixels
   * @param target target pixels
   * @param offset the source coordinate of the first target pixel's left edge
   * @param scale source pixels a target pixel
   */
  static AxisWeights of(int source, int target, double offset, double scale) {
    double reach = scale >= AREA_FROM ? scale / 2 : 2 * Math.max(1, scale);
    AxisWeights axis = new AxisWeights(source, target, scale, reach);
    double[] row = new double[axis.taps];
    for (int i = 0; i < target; i++) {
      axis.weigh(i, source, offset + (i + 0.5) * scale, row);
    }
    axis.invert();
    return axis;
  }

  /** Fills in, for each source pixel, the target pixels where it begins and ends to count. */
  private void invert() {
    int reachedTo = 0;
    int beyondTo = 0;
    for (int i = 0; i < starts.length; i++) {
      int end = Math.max(reachedTo, starts[i] + counts[i]);
      Arrays.fill(reached, reachedTo, end, i);
      reachedTo = end;
      int start = Math.max(beyondTo, starts[i] + 1);
      Arrays.fill(beyond, beyondTo, start, i);
      beyondTo = start;
    }
    Arrays.fill(reached, reachedTo, reached.length, starts.length);
    Arrays.fill(beyond, beyondTo, beyond.length, starts.length);
  }

  private void weigh(int i, int source, double centre, double[] row) {
    int start = Math.max(0, (int) Math.floor(centre - reach));
    int end = Math.min(source, (int) Math.ceil(centre + reach));
    double sum = 0;
    for (int j = start; j < end; j++) {
      row[j - start] =
          averages()
              ? overlap(j, centre - reach, centre + reach)
              : cubic((j + 0.5 - centre) / Math.max(1, scale));
      sum += row[j - start];
    }
    set(i, start, end - start, row, sum);
  }

  private void set(int i, int start, int count, double[] row, double sum) {
    starts[i] = start;
    counts[i] = count;
    double passed = 0;
    for (int k = 0; k < count; k++) {
      weights[i * taps + k] = (float) (row[k] / sum);
      long before = Math.round(passed / sum * WHOLE);
      passed += row[k];
      shares[i * taps + k] = (int) (Math.round(passed / sum * WHOLE) - before);
    }
  }

  /** Returns how many source pixels there are for a target pixel. */
  double scale() {
    return scale;
  }

  /** Tells whether each target pixel is the average of what it covers. */
  boolean averages() {
    return scale >= AREA_FROM;
  }

  /** Returns the first target pixel that a source pixel or one after it reaches. */
  int firstReached(int sourcePixel) {
    return reached[sourcePixel];
  }

  /** Returns the first target pixel that no source pixel before the given one reaches. */
  int firstBeyond(int sourcePixel) {
    return beyond[sourcePixel];
  }

  /** Returns the first source pixel of each target pixel; not to be written to. */
  int[] starts() {
    return starts;
  }

  /** Returns all {@link #share}s, {@link #taps} for each target pixel; not to be written to. */
  int[] shares() {
    return shares;
  }

  /** Returns the length of the longest run of source pixels. */
  int taps() {
    return taps;
  }

  /** Returns the number of target pixels. */
  int length() {
    return starts.length;
  }

  /** Returns the first source pixel of a target pixel. */
  int start(int i) {
    return starts[i];
  }

  /** Returns how many source pixels make up a target pixel. */
  int count(int i) {
    return counts[i];
  }

  /** Returns the weight of the k-th source pixel of a target pixel. */
  float weight(int i, int k) {
    return weights[i * taps + k];
  }

  /** Returns the same weight in 256ths; those of a target pixel add up to 256. 0 beyond them. */
  int share(int i, int k) {
    return shares[i * taps + k];
  }

  /**
   * Filters one row of four interleaved channels.
   *
   * @param source the row, four values a source pixel
   * @param from the first target pixel to be made
   * @param to the target pixel after the last
   * @param target where to, four values a target pixel
   */
  void filter(float[] source, int from, int to, float[] target) {
    for (int i = from; i < to; i++) {
      float red = 0;
      float green = 0;
      float blue = 0;
      float alpha = 0;
      int at = starts[i] * 4;
      int end = i * taps + counts[i];
      for (int k = i * taps; k < end; k++) {
        float weight = weights[k];
        red += weight * source[at];
        green += weight * source[at + 1];
        blue += weight * source[at + 2];
        alpha += weight * source[at + 3];
        at += 4;
      }
      target[i * 4] = red;
      target[i * 4 + 1] = green;
      target[i * 4 + 2] = blue;
      target[i * 4 + 3] = alpha;
    }
  }

  /** Returns the Catmull-Rom cubic at a distance. */
  static double cubic(double distance) {
    double x = Math.abs(distance);
    if (x < 1) {
      return (1.5 * x - 2.5) * x * x + 1;
    }
    return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
  }

  private static double overlap(int pixel, double from, double to) {
    return Math.max(0, Math.min(pixel + 1, to) - Math.max(pixel, from));
  }
}
