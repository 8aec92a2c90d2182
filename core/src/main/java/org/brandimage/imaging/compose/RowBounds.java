package org.brandimage.imaging.compose;

import java.util.Arrays;

/**
 * The polygon around all places from which interpolation reaches some visible pixel of a sprite:
 * from row to row one pixel beyond the outermost visible ones. Gaps between them lie inside.
 * Coordinates are those of pixel centres. Immutable.
 */
final class RowBounds {
  private final double[] columns;
  private final double[] rows;

  private RowBounds(double[] columns, double[] rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * Returns the bounds of a sprite's runs.
   *
   * @param runs the visible runs
   * @param height rows of the sprite
   */
  static RowBounds of(SpriteRuns runs, int height) {
    double[] columns = new double[2 * height + 4];
    double[] rows = new double[2 * height + 4];
    int count = 0;
    for (int row = -1; row <= height; row++) {
      count = add(columns, rows, count, left(runs, height, row), row);
    }
    for (int row = height; row >= -1; row--) {
      count = add(columns, rows, count, right(runs, height, row), row);
    }
    return new RowBounds(Arrays.copyOf(columns, count), Arrays.copyOf(rows, count));
  }

  /** Returns the column left of all pixels of three rows; most of all when they show none. */
  private static int left(SpriteRuns runs, int height, int row) {
    int left = Integer.MAX_VALUE;
    for (int y = Math.max(0, row - 1); y < Math.min(height, row + 2); y++) {
      if (runs.first(y) < runs.first(y + 1)) {
        left = Math.min(left, runs.start(runs.first(y)) - 1);
      }
    }
    return left;
  }

  /** Returns the column right of all pixels of three rows; most of all when they show none. */
  private static int right(SpriteRuns runs, int height, int row) {
    int right = -1;
    for (int y = Math.max(0, row - 1); y < Math.min(height, row + 2); y++) {
      if (runs.first(y) < runs.first(y + 1)) {
        right = Math.max(right, runs.end(runs.first(y + 1) - 1));
      }
    }
    return right < 0 ? Integer.MAX_VALUE : right;
  }

  /** Adds a corner; one between two others on a straight line is left out. */
  private static int add(double[] columns, double[] rows, int count, int column, int row) {
    if (column == Integer.MAX_VALUE) {
      return count;
    }
    int at = count > 1 && straight(columns, rows, count, column, row) ? count - 1 : count;
    columns[at] = column;
    rows[at] = row;
    return at + 1;
  }

  private static boolean straight(double[] columns, double[] rows, int count, int x, int y) {
    double dx = columns[count - 1] - columns[count - 2];
    double dy = rows[count - 1] - rows[count - 2];
    return dx * (y - rows[count - 1]) == dy * (x - columns[count - 1]);
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
