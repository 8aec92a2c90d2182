package org.brandimage.local.model;

/**
 * The weights of one axis of a separable, antialiased resampling, as Pillow computes them: which
 * source pixels make up each target pixel, and how much. Immutable.
 */
final class FilterAxis {
  /** Weights are integers of this many binary places, so that whole rows are added as integers. */
  static final int PLACES = 20;

  private static final double ONE = 1 << PLACES;

  private final int[] starts;
  private final int[] counts;
  private final int[] weights;
  private final int taps;

  private FilterAxis(int length, int taps) {
    this.starts = new int[length];
    this.counts = new int[length];
    this.weights = new int[length * taps];
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
    FilterAxis axis = new FilterAxis(length, (int) Math.ceil(support) * 2 + 1);
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
      axis.set(i, start, end - start, row, sum);
    }
    return axis;
  }

  private void set(int i, int start, int count, double[] row, double sum) {
    starts[i] = start;
    counts[i] = count;
    for (int k = 0; k < count; k++) {
      weights[i * taps + k] = (int) Math.rint(row[k] / sum * ONE);
    }
  }

  int length() {
    return starts.length;
  }

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

  /** Returns the same axis with fewer binary places. */
  FilterAxis withPlaces(int places) {
    FilterAxis coarser = new FilterAxis(starts.length, taps);
    System.arraycopy(starts, 0, coarser.starts, 0, starts.length);
    System.arraycopy(counts, 0, coarser.counts, 0, counts.length);
    for (int i = 0; i < weights.length; i++) {
      coarser.weights[i] = (weights[i] + (1 << (PLACES - places - 1))) >> (PLACES - places);
    }
    return coarser;
  }

  /**
   * Adds the weighted rows that make up a target pixel.
   *
   * @param i the target pixel
   * @param rows source rows, by number modulo their count
   * @param from the number of the first source row
   * @param sum where to; as long as a row
   */
  void addRows(int i, int[][] rows, int from, int[] sum) {
    int at = i * taps;
    int slot = from % rows.length;
    int k = 0;
    for (; k + 3 < counts[i]; k += 4) {
      int second = slot + 1 == rows.length ? 0 : slot + 1;
      int third = second + 1 == rows.length ? 0 : second + 1;
      int fourth = third + 1 == rows.length ? 0 : third + 1;
      add(
          sum,
          rows[slot],
          weights[at + k],
          rows[second],
          weights[at + k + 1],
          rows[third],
          weights[at + k + 2],
          rows[fourth],
          weights[at + k + 3]);
      slot = fourth + 1 == rows.length ? 0 : fourth + 1;
    }
    for (; k < counts[i]; k++) {
      add(sum, rows[slot], weights[at + k]);
      slot = slot + 1 == rows.length ? 0 : slot + 1;
    }
  }

  private static void add(
      int[] sum, int[] a, int first, int[] b, int second, int[] c, int third, int[] d, int fourth) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += first * a[i] + second * b[i] + third * c[i] + fourth * d[i];
    }
  }

  private static void add(int[] sum, int[] row, int weight) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * row[i];
    }
  }
}
