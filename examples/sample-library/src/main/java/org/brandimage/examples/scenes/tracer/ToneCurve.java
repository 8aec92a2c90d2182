package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Vec;

/**
 * A filmic tone curve in the manner of ACES: Stephen Hill's fit of the reference rendering and
 * output transforms (as published in MJP's BakingLab, "ACES.hlsl"), with the usual brightening by
 * 1.8 so that mid grey keeps its place.
 */
final class ToneCurve {

  private ToneCurve() {}

  static Vec apply(Vec c) {
    double r = c.x() * 1.8;
    double g = c.y() * 1.8;
    double b = c.z() * 1.8;
    double x = fit(0.59719 * r + 0.35458 * g + 0.04823 * b);
    double y = fit(0.07600 * r + 0.90834 * g + 0.01566 * b);
    double z = fit(0.02840 * r + 0.13383 * g + 0.83777 * b);
    return new Vec(
        Sdf.clamp(1.60475 * x - 0.53108 * y - 0.07367 * z, 0, 1),
        Sdf.clamp(-0.10208 * x + 1.10813 * y - 0.00605 * z, 0, 1),
        Sdf.clamp(-0.00327 * x - 0.07276 * y + 1.07602 * z, 0, 1));
  }

  private static double fit(double v) {
    double w = Math.max(0, v);
    return (w * (w + 0.0245786) - 0.000090537) / (w * (0.983729 * w + 0.4329510) + 0.238081);
  }
}
