package org.brandimage.local.model;

/**
 * The weights of one axis of a separable, antialiased resampling, as Pillow computes them: which
 * source pixels make up each target pixel, and how much. Immutable.
 */
final class FilterAxis {
  private final int[] starts;
  private final int[] counts;
  private final double[] weights;
  private final int taps;

  private FilterAxis(int length, int taps) {
    this.starts = new int[length];
    this.counts = new int[length];
    this.weights = new double[length * taps];
    this.taps = taps;
  }

  /**
   * Returns the weights of an axis.
   *
   * @param filter the kernel
   * @param source source pixels
   * @param resized pixels of the whole axis once resized
   * @param from the first of them that is wanted
   * @param length how many are wanted
   */
  static FilterAxis of(ResizeFilter filter, int source, int resized, int from, int length) {
    double scale = (double) source / resized;
    double stretch = Math.max(1, scale);
    double support = filter.support() * stretch;
    FilterAxis axis = new FilterAxis(length, (int) Math.ceil(support) * 2 + 2);
    double[] row = new double[axis.taps];
    for (int i = 0; i < length; i++) {
      double centre = (from + i + 0.5) * scale;
      boolean nearest = support == 0;
      int start = Math.max(0, (int) Math.floor(nearest ? centre : centre - support + 0.5));
      int end = Math.min(source, nearest ? start + 1 : (int) Math.floor(centre + support + 0.5));
      double sum = 0;
      for (int j = start; j < end; j++) {
        row[j - start] = filter.at((j + 0.5 - centre) / stretch);
        sum += row[j - start];
      }
      axis.set(i, start, end - start, row, 1 / sum);
    }
    return axis;
  }

  private void set(int i, int start, int count, double[] row, double scale) {
    starts[i] = start;
    counts[i] = count;
    for (int k = 0; k < count; k++) {
      weights[i * taps + k] = row[k] * scale;
    }
  }

  int length() {
    return starts.length;
  }

  /** Returns how many weights there is room for a target pixel: an even number. */
  int taps() {
    return taps;
  }

  int start(int i) {
    return starts[i];
  }

  int count(int i) {
    return counts[i];
  }

  /** Returns the first source pixel any target pixel is made of. */
  int first() {
    return starts[0];
  }

  /** Returns the first source pixel after all that are used. */
  int end() {
    return starts[starts.length - 1] + counts[counts.length - 1];
  }

  /** Returns how far below the darkest a target pixel can be, and above the brightest: a share. */
  double overshoot() {
    double most = 0;
    for (int i = 0; i < starts.length; i++) {
      double below = 0;
      for (int k = 0; k < counts[i]; k++) {
        below -= Math.min(0, weights[i * taps + k]);
      }
      most = Math.max(most, below);
    }
    return most;
  }

  /**
   * Returns the weights as integers, {@link #taps} a target pixel, of which those after the count
   * are 0. What rounding takes from one it gives to the next, so they add up to the same for every
   * target pixel, and an even picture stays even.
   *
   * @param scale what the weights of a target pixel add up to, before it is rounded
   */
  int[] times(double scale) {
    int[] integers = new int[weights.length];
    for (int i = 0; i < starts.length; i++) {
      double sum = 0;
      int rounded = 0;
      for (int k = i * taps; k < i * taps + counts[i]; k++) {
        sum += weights[k] * scale;
        integers[k] = (int) Math.rint(sum) - rounded;
        rounded += integers[k];
      }
    }
    return integers;
  }
}
