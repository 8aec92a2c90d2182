package org.brandimage.examples.scenes.products;

import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Material;

/** The grain and tone of leather. */
final class Leather {

  private Leather() {}

  /**
   * The relief of the grain: pebbles, finer pores, and long soft unevenness.
   *
   * @param cell the size of a pebble, metres, 0.0006 for calf to 0.002 for tumbled hide
   * @param depth of the furrows, metres
   */
  static double grain(Vec p, double cell, double depth) {
    double s = 1 / cell;
    double warp = 0.35 * Noise.at(p.x() * s * 0.4, p.y() * s * 0.4, p.z() * s * 0.4);
    double border = Noise.cellBorder(p.x() * s + warp, p.y() * s - warp, p.z() * s + 0.7 * warp);
    double pebble = Noise.step(0, 0.42, border);
    double fine = Noise.at(p.x() * s * 2.3, p.y() * s * 2.3, p.z() * s * 2.3);
    double slow = Noise.fractal(p.x() * 38, p.y() * 38, p.z() * 38, 2);
    return depth * (pebble + 0.25 * fine) + 0.0004 * slow;
  }

  /** Brushed hide: no shine, a soft rim, strokes of lighter and darker nap. */
  static Material suede(Vec colour, Vec p) {
    double nap = Noise.fractal(p.x() * 60, p.y() * 60, p.z() * 60, 3);
    double fibre = Noise.at(p.x() * 1500, p.y() * 1500, p.z() * 1500);
    Vec c = colour.times(1 + 0.09 * nap + 0.10 * fibre);
    return Material.matte(c).withRoughness(0.95).withSpecular(0.15).withSheen(colour.times(0.25));
  }

  /**
   * A material with the slight unevenness of dyed hide: lighter and darker, shinier and duller
   * places.
   */
  static Material toned(Material even, Vec p, double strength) {
    double slow = Noise.fractal(p.x() * 17, p.y() * 17, p.z() * 17, 3);
    double fine = Noise.fractal(p.x() * 160, p.y() * 160, p.z() * 160, 2);
    double tone = 1 + strength * (slow + 0.45 * fine);
    return even.withBase(even.base().times(Math.max(0.2, tone)))
        .withRoughness(even.roughness() * (1 + 0.12 * slow));
  }
}
