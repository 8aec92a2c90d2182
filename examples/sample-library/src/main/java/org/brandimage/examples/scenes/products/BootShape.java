package org.brandimage.examples.scenes.products;

import org.brandimage.examples.scenes.geometry.Curve;
import org.brandimage.examples.scenes.geometry.Outline;

/**
 * The lines of a Chelsea boot; a right boot, heel at x = 0, toe at x = 0.28, outer side towards +z.
 */
final class BootShape {

  private static final double[] SOLE = {
    0.000, 0.000, 0.005, 0.0185, 0.020, 0.0310, 0.050, 0.0355, 0.090, 0.0345, 0.130, 0.0370, 0.170,
    0.0450, 0.205, 0.0485, 0.235, 0.0440, 0.260, 0.0320, 0.276, 0.0150, 0.280, -0.004, 0.275,
    -0.0225, 0.256, -0.0370, 0.226, -0.0450, 0.190, -0.0445, 0.150, -0.0370, 0.110, -0.0315, 0.070,
    -0.0325, 0.040, -0.0330, 0.017, -0.0285, 0.004, -0.0165
  };

  private static final double[] TOPLINE = {
    -0.03, -0.02, -0.03, 0.1650, 0.0, 0.1655, 0.028, 0.1625, 0.062, 0.1605, 0.090, 0.1650, 0.112,
    0.1700, 0.15, 0.1740, 0.36, 0.18, 0.36, -0.02
  };

  private static final double[] GORE = {
    0.0395, 0.22, 0.0395, 0.165, 0.0420, 0.125, 0.0475, 0.094, 0.0550, 0.0800, 0.0640, 0.0765,
    0.0730, 0.0810, 0.0805, 0.0960, 0.0865, 0.125, 0.0890, 0.165, 0.0890, 0.22
  };

  private static final double[] STRAP = {
    -0.03, 0.00, -0.03, 0.20, 0.0105, 0.20, 0.0095, 0.160, 0.0085, 0.110, 0.0080, 0.070, 0.0085,
    0.040, 0.0095, 0.0
  };

  final Outline sole = new Chart(Outline.spline(8, SOLE), 0.001, -0.03, -0.075, 0.32, 0.075);
  final Outline topline = side(TOPLINE);
  final Outline gore = side(GORE);
  final Outline backStrap = side(STRAP);
  final Stitch goreRow = row(GORE, 0.0027);
  final Stitch strapRow = row(STRAP, 0.0027);
  final Stitch welt = row(SOLE, 0.0055);

  /**
   * The height of the insole's edge: high at the heel, low at the ball, springing up at the toe.
   */
  final Profile feather =
      new Profile(
          0, 0.0375, 0.05, 0.0350, 0.09, 0.0295, 0.13, 0.0230, 0.17, 0.0190, 0.20, 0.0185, 0.23,
          0.0205, 0.26, 0.0250, 0.285, 0.0310);

  final Last last =
      Last.of(
          (x, z) -> sole.distance(x, z) + 0.0060,
          0.034,
          new Profile(
              0, 0.330, 0.07, 0.280, 0.095, 0.220, 0.108, 0.182, 0.117, 0.150, 0.127, 0.126, 0.140,
              0.1075, 0.155, 0.0950, 0.175, 0.0840, 0.195, 0.0755, 0.215, 0.0690, 0.235, 0.0640,
              0.255, 0.0595, 0.285, 0.0530),
          new Profile(
              0, 0.024, 0.07, 0.030, 0.11, 0.033, 0.14, 0.030, 0.17, 0.034, 0.205, 0.038, 0.24,
              0.034, 0.29, 0.025),
          new Profile(
              0, 0.03, 0.06, 0.02, 0.10, 0.03, 0.13, 0.16, 0.16, 0.18, 0.20, 0.06, 0.24, 0.0, 0.29,
              0.0),
          new Profile(
              0.02, 0.001, 0.040, -0.0015, 0.055, -0.0025, 0.075, 0.0, 0.100, 0.0050, 0.125, 0.0055,
              0.170, 0.0010));

  private static Outline side(double[] points) {
    return new Chart(Outline.spline(8, points), 0.001, -0.02, 0, 0.31, 0.20);
  }

  private static Stitch row(double[] points, double length) {
    double[] p = Curve.closed(6, points);
    double[] all = java.util.Arrays.copyOf(p, p.length + 2);
    all[p.length] = p[0];
    all[p.length + 1] = p[1];
    return Stitch.along(length, 0.0009, all);
  }
}
