package org.brandimage.metric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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

  private final int width;
  private final int height;
  private final SsimRows rows;

  private SsimScan(int width, int height, SsimRows rows) {
    this.width = width;
    this.height = height;
    this.rows = rows;
  }

  /** Begins with two planes of one size, at least 11x11. */
  static SsimScan of(Plane first, Plane second) {
    return of(first, second, null);
  }

  /** Begins with moments of the first plane, where they are known. */
  static SsimScan of(Plane first, Plane second, @Nullable SsimMoments moments) {
    return new SsimScan(first.width(), first.height(), rows(first, second, moments));
  }

  private static SsimRows rows(Plane first, Plane second, @Nullable SsimMoments moments) {
    return VECTOR_MODULE
        ? new VectorSsimRows(first, second, moments)
        : new PlainSsimRows(first, second, moments);
  }

  /** The next scale; to be asked for after the mean, for which each row is seen once. */
  SsimScan halved(@Nullable SsimMoments moments) {
    return new SsimScan((width + 1) / 2, (height + 1) / 2, rows.halved(moments));
  }

  /** The first plane's moments, of a plane beside itself; instead of the mean. */
  SsimMoments moments() {
    return SsimMoments.of(rows, down());
  }

  private int across() {
    return width - SsimWindow.SIDE + 1;
  }

  private int down() {
    return height - SsimWindow.SIDE + 1;
  }

  /**
   * Returns the mean over all windows.
   *
   * @param luminance true for the similarity, false for contrast and structure alone
   */
  double mean(boolean luminance) {
    float[] columns = new float[rows.rowLength()];
    double sum = 0;
    for (int y = 0; y < down(); y++) {
      rows.add(y, luminance, columns);
      if ((y + 1) % ROWS_AT_ONCE == 0 || y + 1 == down()) {
        for (int x = 0; x < across(); x++) {
          sum += columns[rows.place(x)];
        }
        Arrays.fill(columns, 0);
      }
    }
    return sum / ((double) across() * down());
  }

  /**
   * Returns the mean, each window counting as much as the weight at its centre.
   *
   * @param luminance true for the similarity, false for contrast and structure alone
   */
  double mean(Plane weights, boolean luminance) {
    float[] row = new float[rows.rowLength()];
    double sum = 0;
    double total = 0;
    for (int y = 0; y < down(); y++) {
      Arrays.fill(row, 0);
      rows.add(y, luminance, row);
      int centre = (y + SsimWindow.SIDE / 2) * width + SsimWindow.SIDE / 2;
      for (int x = 0; x < across(); x++) {
        double weight = weights.values()[centre + x];
        sum += weight * row[rows.place(x)];
        total += weight;
      }
    }
    if (!(total > 0)) {
      throw new IllegalArgumentException(
          "the mask keeps no pixel that is 5 or more from every edge of " + weights.size());
    }
    return sum / total;
  }
}
