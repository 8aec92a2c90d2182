package org.brandimage.imaging.scene;

import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.ShareGrid;

/**
 * How much of a footprint stands on free ground. A footprint is an ellipse; its support is that of
 * its worst third, so that a product with one foot in the air is not supported. Sums along rows
 * make a look-up cost one step for each row of the grid. Immutable and thread-safe.
 */
final class GroundSupport {
  private final int columns;
  private final int rows;

  /** For each row, the sums of the cells before each column. */
  private final float[][] sums;

  private GroundSupport(int columns, int rows, float[][] sums) {
    this.columns = columns;
    this.rows = rows;
    this.sums = sums;
  }

  static GroundSupport of(SceneMap map) {
    ShareGrid ground = map.ground();
    int columns = ground.size().width();
    int rows = ground.size().height();
    float[][] sums = new float[rows][columns + 1];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        float free = ground.at(column, row) * (1 - map.occupied().at(column, row));
        sums[row][column + 1] = sums[row][column] + free;
      }
    }
    return new GroundSupport(columns, rows, sums);
  }

  /**
   * Returns the support of a footprint.
   *
   * @param x its middle, as a share of the photo's width
   * @param y its middle, as a share of the photo's height
   * @param halfWidth as a share of the photo's width
   * @param halfHeight as a share of the photo's height
   * @return from 0 to 1; what lies outside the photo is not supported
   */
  double of(double x, double y, double halfWidth, double halfHeight) {
    double a = Math.max(0.5, halfWidth * columns);
    double b = Math.max(0.5, halfHeight * rows);
    double middle = x * columns;
    double top = y * rows - b;
    int first = (int) Math.floor(top);
    int last = (int) Math.ceil(y * rows + b);
    double[] thirds = new double[3];
    double area = 0;
    for (int row = first; row < last; row++) {
      double off = (row + 0.5 - y * rows) / b;
      double half = Math.abs(off) >= 1 ? 0 : a * Math.sqrt(1 - off * off);
      if (half > 0) {
        area += 2 * half;
        for (int third = 0; third < 3; third++) {
          double from = middle - half + third * 2 * half / 3;
          thirds[third] += sum(row, from, from + 2 * half / 3);
        }
      }
    }
    double worst = Math.min(thirds[0], Math.min(thirds[1], thirds[2]));
    return area == 0 ? 0 : Math.min(1, worst / (area / 3));
  }

  /** Returns the sum of a part of a row; the cells at its ends count in part. */
  private double sum(int row, double from, double to) {
    return row < 0 || row >= rows ? 0 : upTo(row, to) - upTo(row, from);
  }

  private double upTo(int row, double column) {
    double at = Math.max(0, Math.min(columns, column));
    int whole = Math.min(columns - 1, (int) at);
    return sums[row][whole] + (at - whole) * (sums[row][whole + 1] - sums[row][whole]);
  }
}
