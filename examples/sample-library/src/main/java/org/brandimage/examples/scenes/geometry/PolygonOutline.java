package org.brandimage.examples.scenes.geometry;

/** The exact signed distance to a closed polygon, by the winding of its edges. */
final class PolygonOutline implements Outline {

  private final double[] p;

  PolygonOutline(double[] xy) {
    if (xy.length < 6 || xy.length % 2 != 0) {
      throw new IllegalArgumentException(
          "a polygon needs pairs for three corners, had " + xy.length + " numbers");
    }
    this.p = xy.clone();
  }

  @Override
  public double distance(double x, double y) {
    double best = Double.MAX_VALUE;
    boolean inside = false;
    int n = p.length;
    for (int i = 0, j = n - 2; i < n; j = i, i += 2) {
      best = Math.min(best, toSegment2(x, y, p[j], p[j + 1], p[i], p[i + 1]));
      boolean crosses = p[i + 1] > y != p[j + 1] > y;
      if (crosses && x < (p[j] - p[i]) * (y - p[i + 1]) / (p[j + 1] - p[i + 1]) + p[i]) {
        inside = !inside;
      }
    }
    double d = Math.sqrt(best);
    return inside ? -d : d;
  }

  static double toSegment2(double x, double y, double ax, double ay, double bx, double by) {
    double ex = bx - ax;
    double ey = by - ay;
    double wx = x - ax;
    double wy = y - ay;
    double h = Sdf.clamp((wx * ex + wy * ey) / Math.max(ex * ex + ey * ey, 1e-18), 0, 1);
    double dx = wx - ex * h;
    double dy = wy - ey * h;
    return dx * dx + dy * dy;
  }
}
