package org.brandimage.examples.scenes.geometry;

/** Smooth curves through points (Catmull-Rom), sampled as polylines. */
public final class Curve {

  private Curve() {}

  /**
   * A closed curve in the plane.
   *
   * @param perSpan segments per span
   * @param xy the points as x0, y0, x1, y1, …
   * @return the sampled points in the same form
   */
  public static double[] closed(int perSpan, double... xy) {
    int n = xy.length / 2;
    double[] out = new double[n * perSpan * 2];
    int o = 0;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < perSpan; k++) {
        double t = k / (double) perSpan;
        for (int c = 0; c < 2; c++) {
          out[o++] =
              span(
                  xy[(i + n - 1) % n * 2 + c],
                  xy[i * 2 + c],
                  xy[(i + 1) % n * 2 + c],
                  xy[(i + 2) % n * 2 + c],
                  t);
        }
      }
    }
    return out;
  }

  /**
   * An open curve in the plane.
   *
   * @param perSpan segments per span
   * @param xy the points as x0, y0, x1, y1, …
   * @return the sampled points in the same form, both ends included
   */
  public static double[] open(int perSpan, double... xy) {
    int n = xy.length / 2;
    double[] out = new double[((n - 1) * perSpan + 1) * 2];
    int o = 0;
    for (int i = 0; i < n - 1; i++) {
      int before = Math.max(i - 1, 0);
      int after = Math.min(i + 2, n - 1);
      for (int k = 0; k < perSpan; k++) {
        double t = k / (double) perSpan;
        for (int c = 0; c < 2; c++) {
          out[o++] =
              span(xy[before * 2 + c], xy[i * 2 + c], xy[i * 2 + 2 + c], xy[after * 2 + c], t);
        }
      }
    }
    out[o++] = xy[n * 2 - 2];
    out[o] = xy[n * 2 - 1];
    return out;
  }

  /**
   * An open curve in space.
   *
   * @param perSpan segments per span
   * @param points the points
   * @return the sampled points, both ends included
   */
  public static Vec[] open(int perSpan, Vec... points) {
    int n = points.length;
    Vec[] out = new Vec[(n - 1) * perSpan + 1];
    int o = 0;
    for (int i = 0; i < n - 1; i++) {
      Vec a = points[Math.max(i - 1, 0)];
      Vec b = points[i];
      Vec c = points[i + 1];
      Vec d = points[Math.min(i + 2, n - 1)];
      for (int k = 0; k < perSpan; k++) {
        double t = k / (double) perSpan;
        out[o++] =
            new Vec(
                span(a.x(), b.x(), c.x(), d.x(), t),
                span(a.y(), b.y(), c.y(), d.y(), t),
                span(a.z(), b.z(), c.z(), d.z(), t));
      }
    }
    out[o] = points[n - 1];
    return out;
  }

  private static double span(double a, double b, double c, double d, double t) {
    return 0.5
        * (2 * b
            + (c - a) * t
            + (2 * a - 5 * b + 4 * c - d) * t * t
            + (3 * b - a - 3 * c + d) * t * t * t);
  }
}
