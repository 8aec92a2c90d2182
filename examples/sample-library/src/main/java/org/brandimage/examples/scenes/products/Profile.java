package org.brandimage.examples.scenes.products;

/**
 * A smooth function of one variable through given points: a monotone cubic (Fritsch and Carlson
 * 1980), tabulated and read back with uniform quadratic B-splines so that it is cheap and has no
 * kinks. Constant beyond the ends.
 */
final class Profile {

  private static final int CELLS = 400;

  private final double[] table = new double[CELLS + 3];
  private final double x0;
  private final double cell;

  /** The function through x0, v0, x1, v1, … with growing x. */
  Profile(double... xv) {
    int n = xv.length / 2;
    x0 = xv[0];
    cell = (xv[2 * n - 2] - x0) / CELLS;
    double[] slope = slopes(xv, n);
    for (int i = 0; i < table.length; i++) {
      table[i] = hermite(xv, slope, x0 + (i - 1) * cell);
    }
  }

  double at(double x) {
    double f = (x - x0) / cell + 1.5;
    f = f < 1.5 ? 1.5 : f > CELLS + 1.49 ? CELLS + 1.49 : f;
    int i = (int) f;
    double u = f - i;
    double a = 0.5 * (1 - u) * (1 - u);
    double c = 0.5 * u * u;
    return a * table[i - 1] + (1 - a - c) * table[i] + c * table[i + 1];
  }

  private static double[] slopes(double[] xv, int n) {
    double[] m = new double[n];
    for (int i = 1; i < n - 1; i++) {
      double before = (xv[2 * i + 1] - xv[2 * i - 1]) / (xv[2 * i] - xv[2 * i - 2]);
      double after = (xv[2 * i + 3] - xv[2 * i + 1]) / (xv[2 * i + 2] - xv[2 * i]);
      m[i] = before * after <= 0 ? 0 : 2 * before * after / (before + after);
    }
    if (n > 1) {
      m[0] = (xv[3] - xv[1]) / (xv[2] - xv[0]);
      m[n - 1] = (xv[2 * n - 1] - xv[2 * n - 3]) / (xv[2 * n - 2] - xv[2 * n - 4]);
    }
    return m;
  }

  private static double hermite(double[] xv, double[] slope, double x) {
    int last = slope.length - 1;
    if (x <= xv[0]) {
      return xv[1];
    }
    if (x >= xv[2 * last]) {
      return xv[2 * last + 1];
    }
    int i = 0;
    while (x > xv[2 * i + 2]) {
      i++;
    }
    double h = xv[2 * i + 2] - xv[2 * i];
    double t = (x - xv[2 * i]) / h;
    double t2 = t * t;
    double t3 = t2 * t;
    return (2 * t3 - 3 * t2 + 1) * xv[2 * i + 1]
        + (t3 - 2 * t2 + t) * h * slope[i]
        + (3 * t2 - 2 * t3) * xv[2 * i + 3]
        + (t3 - t2) * h * slope[i + 1];
  }
}
