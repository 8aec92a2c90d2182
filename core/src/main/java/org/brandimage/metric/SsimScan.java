package org.brandimage.metric;

import java.util.Arrays;

/**
 * One pass over two planes that gives their mean structural similarity at one scale: an 11x11
 * Gaussian window of sigma 1.5 at every position where it lies wholly inside.
 *
 * <p>The work is done by {@link PlainSsimRows}, or by the vector instructions of {@link
 * VectorSsimRows} when the JVM was started with {@code --add-modules jdk.incubator.vector}.
 */
final class SsimScan {
  private static final boolean VECTOR_MODULE =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  /** Rows that are added up in 32 bits before the sum is taken over into 64. */
  private static final int ROWS_AT_ONCE = 16;

  private final Plane first;
  private final Plane second;
  private final boolean luminance;
  private final int across;
  private final int down;
  private double sum;
  private double total;

  private SsimScan(Plane first, Plane second, boolean luminance) {
    this.first = first;
    this.second = second;
    this.luminance = luminance;
    across = first.width() - SsimWindow.SIDE + 1;
    down = first.height() - SsimWindow.SIDE + 1;
  }

  /**
   * Returns the mean over all windows of two planes of one size, at least 11x11.
   *
   * @param luminance true for the similarity, false for contrast and structure alone
   */
  static double mean(Plane first, Plane second, boolean luminance) {
    SsimScan scan = new SsimScan(first, second, luminance);
    int strips = scan.strips();
    for (int strip = 0; strip < strips; strip++) {
      int left = strip * scan.across / strips;
      scan.add(left, (strip + 1) * scan.across / strips - left);
    }
    return scan.sum / ((double) scan.across * scan.down);
  }

  /**
   * Returns the mean, each window counting as much as the weight at its centre.
   *
   * @param luminance true for the similarity, false for contrast and structure alone
   */
  static double mean(Plane first, Plane second, Plane weights, boolean luminance) {
    SsimScan scan = new SsimScan(first, second, luminance);
    int strips = scan.strips();
    for (int strip = 0; strip < strips; strip++) {
      int left = strip * scan.across / strips;
      scan.add(left, (strip + 1) * scan.across / strips - left, weights);
    }
    if (!(scan.total > 0)) {
      throw new IllegalArgumentException(
          "the mask keeps no pixel that is 5 or more from every edge of " + first.size());
    }
    return scan.sum / scan.total;
  }

  private int strips() {
    return VECTOR_MODULE ? Math.max(1, across / VectorSsimRows.STRIP) : 1;
  }

  private SsimRows rows(int left, int count) {
    if (VECTOR_MODULE && VectorSsimRows.fits(count, first.height())) {
      return new VectorSsimRows(first, second, left, count);
    }
    return new PlainSsimRows(first, second, left, count);
  }

  private void add(int left, int count) {
    SsimRows rows = rows(left, count);
    float[] row = new float[rows.rowLength()];
    float[] columns = new float[row.length];
    for (int y = 0; y < down; y++) {
      rows.next(y, luminance, row);
      add(row, columns);
      if ((y + 1) % ROWS_AT_ONCE == 0 || y + 1 == down) {
        for (int x = 0; x < count; x++) {
          sum += columns[rows.place(x)];
        }
        Arrays.fill(columns, 0);
      }
    }
  }

  private static void add(float[] row, float[] columns) {
    for (int i = 0; i < columns.length; i++) {
      columns[i] += row[i];
    }
  }

  private void add(int left, int count, Plane weights) {
    SsimRows rows = rows(left, count);
    float[] row = new float[rows.rowLength()];
    for (int y = 0; y < down; y++) {
      rows.next(y, luminance, row);
      int centre = (y + SsimWindow.SIDE / 2) * first.width() + SsimWindow.SIDE / 2 + left;
      for (int x = 0; x < count; x++) {
        double weight = weights.values()[centre + x];
        sum += weight * row[rows.place(x)];
        total += weight;
      }
    }
  }
}
