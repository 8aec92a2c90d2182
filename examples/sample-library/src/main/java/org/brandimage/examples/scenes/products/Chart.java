package org.brandimage.examples.scenes.products;

import org.brandimage.examples.scenes.geometry.Outline;

/**
 * An outline tabulated on a grid and read back with cubic B-splines: smooth, and as cheap for a
 * curve of many points as for a square. Corners are rounded by about one cell.
 */
final class Chart implements Outline {

  private final float[] table;
  private final int columns;
  private final int rows;
  private final double x0;
  private final double y0;
  private final double cell;

  /**
   * Tabulates an outline.
   *
   * @param area lowest x and y, highest x and y; beyond it the border's values count
   */
  Chart(Outline outline, double cell, double... area) {
    this.cell = cell;
    x0 = area[0];
    y0 = area[1];
    columns = (int) Math.ceil((area[2] - x0) / cell) + 4;
    rows = (int) Math.ceil((area[3] - y0) / cell) + 4;
    table = new float[columns * rows];
    for (int i = 0; i < table.length; i++) {
      double x = x0 + (i % columns - 1) * cell;
      double y = y0 + (i / columns - 1) * cell;
      table[i] = (float) outline.distance(x, y);
    }
  }

  @Override
  public double distance(double x, double y) {
    double fx = (x - x0) / cell + 1;
    double fy = (y - y0) / cell + 1;
    fx = fx < 1 ? 1 : fx > columns - 2.001 ? columns - 2.001 : fx;
    fy = fy < 1 ? 1 : fy > rows - 2.001 ? rows - 2.001 : fy;
    int i = (int) fx;
    int k = (int) fy;
    double u = fx - i;
    double v = fy - k;
    double u1 = 1 - u;
    double a = u1 * u1 * u1;
    double b = 4 - 6 * u * u + 3 * u * u * u;
    double d = u * u * u;
    double c = 6 - a - b - d;
    int at = (k - 1) * columns + i - 1;
    double v1 = 1 - v;
    double p = v1 * v1 * v1;
    double q = 4 - 6 * v * v + 3 * v * v * v;
    double s = v * v * v;
    double r = 6 - p - q - s;
    double sum = p * row(at, a, b, c, d);
    sum += q * row(at + columns, a, b, c, d);
    sum += r * row(at + 2 * columns, a, b, c, d);
    sum += s * row(at + 3 * columns, a, b, c, d);
    return sum / 36;
  }

  private double row(int at, double a, double b, double c, double d) {
    return a * table[at] + b * table[at + 1] + c * table[at + 2] + d * table[at + 3];
  }
}
