package org.brandimage.examples.scenes.products;

import org.brandimage.examples.scenes.geometry.Curve;
import org.brandimage.examples.scenes.geometry.Outline;

/**
 * The lines a low-top sneaker of size 42 is cut from; a right shoe, heel at x = 0, toe at x =
 * 0.288, outer side towards +z.
 */
final class SneakerShape {

  private static final double[] SOLE = {
    0.000, 0.000, 0.005, 0.019, 0.020, 0.0330, 0.055, 0.0388, 0.095, 0.0388, 0.135, 0.0418,
    0.175, 0.0492, 0.210, 0.0530, 0.240, 0.0492, 0.263, 0.0395, 0.281, 0.0205, 0.2875, -0.003,
    0.281, -0.0265, 0.262, -0.0428, 0.232, -0.0480, 0.195, -0.0478, 0.155, -0.0412, 0.115, -0.0362,
    0.075, -0.0355, 0.040, -0.0350, 0.017, -0.0295, 0.004, -0.0165
  };

  private static final double[] THROAT = {
    0.060, 0.019, 0.118, 0.0165, 0.150, 0.0145, 0.178, 0.0128, 0.192, 0.0085, 0.197, -0.001, 0.192,
    -0.0105, 0.178, -0.0145, 0.150, -0.0160, 0.118, -0.0175, 0.060, -0.019
  };

  private static final double[] TOPLINE = {
    -0.030, -0.03, -0.030, 0.092, -0.004, 0.0965, 0.006, 0.0965, 0.018, 0.0925, 0.036, 0.0835,
        0.056,
    0.0780, 0.076, 0.0790, 0.093, 0.0860, 0.106, 0.0970, 0.116, 0.1085, 0.128, 0.125, 0.17, 0.18,
    0.36, 0.20, 0.36, -0.03
  };

  private static final double[] GUARD = {
    0.150, 0.010, 0.163, 0.0265, 0.182, 0.0390, 0.206, 0.0455, 0.232, 0.0462, 0.262, 0.0450, 0.330,
    0.0440, 0.330, 0.010
  };

  private static final double[] QUARTER = {
    -0.030, 0.010, -0.030, 0.130, 0.130, 0.150, 0.168, 0.112, 0.176, 0.080, 0.170, 0.060, 0.156,
    0.042, 0.140, 0.026, 0.133, 0.010
  };

  private static final double[] COUNTER = {
    -0.030, 0.010, -0.030, 0.0700, 0.006, 0.0695, 0.024, 0.0660, 0.044, 0.0560, 0.064, 0.0420,
    0.084, 0.0310, 0.100, 0.020, 0.105, 0.010
  };

  private static final double[] EYESTAY = {
    0.0985, 0.150, 0.1010, 0.115, 0.1045, 0.0985, 0.1130, 0.0885, 0.1300, 0.0805, 0.1500, 0.0722,
    0.1700, 0.0655, 0.1880, 0.0612, 0.2020, 0.0605, 0.2105, 0.0640, 0.2125, 0.0700, 0.2125, 0.1000,
    0.1800, 0.150
  };

  private static final double[] TAB = {
    -0.030, 0.062, -0.030, 0.120, 0.034, 0.120, 0.0300, 0.092, 0.0245, 0.076, 0.0195, 0.0665,
    0.0150, 0.062
  };

  final Outline sole = chart(Outline.spline(8, SOLE));
  final Outline throat = chart(Outline.spline(8, THROAT));
  final Outline topline = side(TOPLINE);
  final Outline guard = side(GUARD);
  final Outline quarter = side(QUARTER);
  final Outline counter = side(COUNTER);
  final Outline tab = side(TAB);
  final Outline eyestay = side(EYESTAY);

  final Stitch soleRow = Stitch.along(0.0062, 0.0011, closed(SOLE));
  final Stitch throatRow = row(THROAT);
  final Stitch toplineRow = row(TOPLINE);
  final Stitch guardRow = row(GUARD);
  final Stitch quarterRow = row(QUARTER);
  final Stitch counterRow = row(COUNTER);
  final Stitch tabRow = row(TAB);
  final Stitch eyestayRow = row(EYESTAY);

  final Last last =
      Last.of(
          (x, z) -> sole.distance(x, z) + 0.0038,
          0.028,
          new Profile(
              0, 0.160, 0.08, 0.146, 0.10, 0.131, 0.115, 0.1185, 0.13, 0.1085, 0.15, 0.0960, 0.17,
              0.0848, 0.19, 0.0758, 0.21, 0.0700, 0.23, 0.0662, 0.25, 0.0632, 0.27, 0.0595, 0.295,
              0.0530),
          new Profile(
              0, 0.022, 0.09, 0.022, 0.13, 0.024, 0.165, 0.033, 0.20, 0.040, 0.235, 0.036, 0.265,
              0.030, 0.29, 0.026),
          new Profile(
              0, 0.14, 0.05, 0.13, 0.09, 0.19, 0.13, 0.27, 0.165, 0.22, 0.20, 0.08, 0.24, 0.0, 0.29,
              0.0),
          new Profile(
              0.02, 0.0015, 0.035, -0.0005, 0.050, -0.0015, 0.065, -0.0005, 0.080, 0.0022, 0.095,
              0.0045, 0.12, 0.007));

  /** The lift of the sole off the ground. */
  final Profile spring =
      new Profile(
          0, 0.0025, 0.012, 0.0005, 0.025, 0, 0.185, 0, 0.22, 0.0018, 0.25, 0.0060, 0.288, 0.0150);

  /** The top of the sole's wall. */
  final Profile wall =
      new Profile(
          0, 0.0302, 0.03, 0.0286, 0.09, 0.0258, 0.15, 0.0245, 0.20, 0.0250, 0.235, 0.0278, 0.262,
          0.0322, 0.288, 0.0380);

  private static Outline chart(Outline o) {
    return new Chart(o, 0.001, -0.03, -0.075, 0.32, 0.075);
  }

  private static Outline side(double[] points) {
    return new Chart(Outline.spline(8, points), 0.001, -0.02, 0, 0.31, 0.14);
  }

  private static Stitch row(double[] points) {
    return Stitch.along(0.0029, 0.0009, closed(points));
  }

  private static double[] closed(double[] points) {
    double[] p = Curve.closed(6, points);
    double[] all = java.util.Arrays.copyOf(p, p.length + 2);
    all[p.length] = p[0];
    all[p.length + 1] = p[1];
    return all;
  }
}
