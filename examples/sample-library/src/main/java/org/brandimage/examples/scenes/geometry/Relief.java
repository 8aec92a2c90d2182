package org.brandimage.examples.scenes.geometry;

import java.util.function.DoubleBinaryOperator;

/**
 * The heights of a piece of ground, tabulated on a square grid so that costly ones are worked out
 * once. Immutable.
 */
public final class Relief {

  private final float[] heights;
  private final int columns;
  private final int rows;
  private final double x0;
  private final double z0;
  private final double cell;

  private Relief(float[] heights, int columns, int rows, double[] origin, double cell) {
    this.heights = heights;
    this.columns = columns;
    this.rows = rows;
    this.x0 = origin[0];
    this.z0 = origin[1];
    this.cell = cell;
  }

  /**
   * Tabulates heights.
   *
   * @param height the height at (x, z), metres
   * @param area the ground's x and z range; its y is ignored
   * @param cell the distance between two grid points, metres
   * @return the table, four bytes per grid point
   */
  public static Relief of(DoubleBinaryOperator height, Bounds area, double cell) {
    int columns = (int) Math.ceil(area.size().x() / cell) + 2;
    int rows = (int) Math.ceil(area.size().z() / cell) + 2;
    float[] heights = new float[Math.multiplyExact(columns, rows)];
    double[] origin = {area.min().x(), area.min().z()};
    for (int i = 0; i < heights.length; i++) {
      double x = origin[0] + i % columns * cell;
      int row = i / columns;
      double z = origin[1] + row * cell;
      heights[i] = (float) height.applyAsDouble(x, z);
    }
    return new Relief(heights, columns, rows, origin, cell);
  }

  /**
   * The height at a point, blended between the four nearest grid points; the border's height
   * outside.
   *
   * @param x right, metres
   * @param z towards the viewer, metres
   * @return metres
   */
  public double at(double x, double z) {
    double fx = Sdf.clamp((x - x0) / cell, 0, columns - 1.001);
    double fz = Sdf.clamp((z - z0) / cell, 0, rows - 1.001);
    int i = (int) fx;
    int k = (int) fz;
    double u = fx - i;
    double v = fz - k;
    int at = k * columns + i;
    double near = heights[at] + (heights[at + 1] - heights[at]) * u;
    double far = heights[at + columns] + (heights[at + columns + 1] - heights[at + columns]) * u;
    return near + (far - near) * v;
  }
}
