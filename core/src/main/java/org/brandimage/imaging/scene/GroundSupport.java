package org.brandimage.imaging.scene;

import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneView;
import org.brandimage.spi.scene.ShareGrid;

/**
 * How much of a footprint stands on free ground. A footprint is an ellipse; its support is that of
 * its worst third, so that a product with one foot in the air is not supported. Sums along rows
 * make a look-up cost one step for each row of the grid. Immutable and thread-safe.
 */
public final class GroundSupport {
  /** A footprint is this deep for its width, as seen from eye level. */
  private static final double DEPTH = 0.3;

  private final int columns;
  private final int rows;

  /** For each row, the sums of the cells before each column. */
  private final float[][] sums;

  /**
   * How much of a footprint stands on free ground.
   *
   * @param worst of its worst third, from 0 to 1
   * @param whole of all of it, from 0 to 1
   */
  public record Support(double worst, double whole) {}

  private GroundSupport(int columns, int rows, float[][] sums) {
    this.columns = columns;
    this.rows = rows;
    this.sums = sums;
  }

  /**
   * Returns the support in a scene.
   *
   * @param map what its photo shows
   * @return the support
   */
  public static GroundSupport of(SceneMap map) {
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
   * Returns the support of what touches the ground along a row of a canvas.
   *
   * @param view the part of the photo that the canvas shows
   * @param left where it begins, in pixels of the canvas
   * @param width how wide it is, in pixels of the canvas
   * @param ground the row it touches
   * @return the support; what lies outside the photo is not supported
   */
  public Support of(SceneView view, double left, double width, double ground) {
    double half = width / 2;
    double depth = half * DEPTH;
    double across = (double) view.crop().width() / view.canvas().width();
    double down = (double) view.crop().height() / view.canvas().height();
    return of(
        view.photoX(left + half),
        view.photoY(ground - depth),
        half * across / view.map().photo().width(),
        depth * down / view.map().photo().height());
  }

  /** Returns the support of an ellipse whose middle and half axes are shares of the photo. */
  private Support of(double x, double y, double halfWidth, double halfHeight) {
    double a = Math.max(0.5, halfWidth * columns);
    double b = Math.max(0.5, halfHeight * rows);
    double middle = x * columns;
    int first = (int) Math.floor(y * rows - b);
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
    if (area == 0) {
      return new Support(0, 0);
    }
    double worst = Math.min(thirds[0], Math.min(thirds[1], thirds[2]));
    double whole = thirds[0] + thirds[1] + thirds[2];
    return new Support(Math.min(1, worst / (area / 3)), Math.min(1, whole / area));
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
