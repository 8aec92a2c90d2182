package org.brandimage.examples.scenes.products;

/**
 * A row of machine stitches along a curve in the plane, as a bump: threads lying in a shallow
 * groove.
 */
final class Stitch {

  private final double[] line;
  private final double[] arcs;
  private final double length;
  private final double width;

  private Stitch(double[] line, double[] arcs, double length, double width) {
    this.line = line;
    this.arcs = arcs;
    this.length = length;
    this.width = width;
  }

  /**
   * The row along a curve.
   *
   * @param length from one stitch to the next, metres
   * @param width of the thread, metres
   * @param line the curve, x0, y0, x1, y1, …
   */
  static Stitch along(double length, double width, double... line) {
    double[] arcs = new double[line.length / 2];
    for (int i = 1; i < arcs.length; i++) {
      double dx = line[2 * i] - line[2 * i - 2];
      double dy = line[2 * i + 1] - line[2 * i - 1];
      arcs[i] = arcs[i - 1] + Math.sqrt(dx * dx + dy * dy);
    }
    return new Stitch(line.clone(), arcs, length, width);
  }

  /** The relief of the row at a point that lies {@code across} metres beside the row. */
  double relief(double across, double x, double y) {
    double a = Math.abs(across) / width;
    if (a > 2.4) {
      return 0;
    }
    return thread(across, x, y) * 0.55 * width - 0.35 * width * Math.exp(-a * a * 0.9);
  }

  /** How much of a point is thread, 0..1. */
  double thread(double across, double x, double y) {
    double a = Math.abs(across) / (0.5 * width);
    if (a > 1.3) {
      return 0;
    }
    double part = arc(x, y) / length;
    double along = Math.abs(part - Math.floor(part) - 0.5) * 2;
    double end = Math.max(0, (along - 0.62) / 0.22);
    double r2 = a * a + end * end;
    return r2 >= 1 ? 0 : Math.sqrt(1 - r2);
  }

  /** The length of the curve up to the point of it nearest to the given one. */
  double arc(double x, double y) {
    double best = Double.MAX_VALUE;
    double found = 0;
    for (int i = 0; i + 1 < arcs.length; i++) {
      double ex = line[2 * i + 2] - line[2 * i];
      double ey = line[2 * i + 3] - line[2 * i + 1];
      double wx = x - line[2 * i];
      double wy = y - line[2 * i + 1];
      double h = (wx * ex + wy * ey) / Math.max(ex * ex + ey * ey, 1e-18);
      h = h < 0 ? 0 : h > 1 ? 1 : h;
      double dx = wx - ex * h;
      double dy = wy - ey * h;
      double d = dx * dx + dy * dy;
      if (d < best) {
        best = d;
        found = arcs[i] + h * (arcs[i + 1] - arcs[i]);
      }
    }
    return found;
  }
}
