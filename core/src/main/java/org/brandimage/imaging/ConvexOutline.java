package org.brandimage.imaging;

import java.util.Arrays;

/**
 * The convex outline of the places from which interpolation reaches some visible pixel of a sprite:
 * one pixel to all sides. Coordinates are those of pixel centres. Immutable.
 */
final class ConvexOutline {
  private final double[] columns;
  private final double[] rows;

  private ConvexOutline(double[] columns, double[] rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * Returns the outline of a sprite's runs.
   *
   * @param runs the visible runs
   * @param height rows of the sprite
   */
  static ConvexOutline of(SpriteRuns runs, int height) {
    // Seen from the left, the right side is a left side of negative columns.
    double[][] left = side(runs, height, 1);
    double[][] right = side(runs, height, -1);
    int count = left[0].length;
    double[] columns = Arrays.copyOf(left[0], count + right[0].length);
    double[] rows = Arrays.copyOf(left[1], columns.length);
    for (int i = count; i < columns.length; i++) {
      columns[i] = -right[0][columns.length - 1 - i];
      rows[i] = right[1][columns.length - 1 - i];
    }
    return new ConvexOutline(columns, rows);
  }

  /** Returns the columns and rows of the convex left side, downwards (Andrew's chain). */
  private static double[][] side(SpriteRuns runs, int height, int sign) {
    double[] columns = new double[height + 2];
    double[] rows = new double[height + 2];
    int count = 0;
    for (int row = -1; row <= height; row++) {
      int most = most(runs, height, sign, row);
      if (most == Integer.MAX_VALUE) {
        continue;
      }
      while (count > 1 && !convex(columns, rows, count, most, row)) {
        count--;
      }
      columns[count] = most;
      rows[count++] = row;
    }
    return new double[][] {Arrays.copyOf(columns, count), Arrays.copyOf(rows, count)};
  }

  /** Returns the column next to the outermost pixel of three rows. */
  private static int most(SpriteRuns runs, int height, int sign, int row) {
    int most = Integer.MAX_VALUE;
    for (int y = Math.max(0, row - 1); y < Math.min(height, row + 2); y++) {
      if (runs.first(y) < runs.first(y + 1)) {
        int edge = sign > 0 ? runs.start(runs.first(y)) : -runs.end(runs.first(y + 1) - 1) + 1;
        most = Math.min(most, edge - 1);
      }
    }
    return most;
  }

  /** Tells whether the last point lies left of the line from the one before it to a new one. */
  private static boolean convex(double[] columns, double[] rows, int count, int x, int y) {
    double dx = x - columns[count - 2];
    double dy = y - rows[count - 2];
    return (columns[count - 1] - columns[count - 2]) * dy
        < (rows[count - 1] - rows[count - 2]) * dx;
  }

  /** Returns how many corners there are; 0 when nothing is visible. */
  int corners() {
    return columns.length;
  }

  /** Returns the column of a corner. */
  double column(int corner) {
    return columns[corner];
  }

  /** Returns the row of a corner. */
  double row(int corner) {
    return rows[corner];
  }
}
