package org.brandimage.examples.scenes.backgrounds;

import org.brandimage.examples.scenes.geometry.Bond;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Relief;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Solid;

/** A street of small worn granite setts, damp, with water standing in some of the joints. */
final class Paving {

  private static final Bond SETTS = new Bond(0.15, 0.105, -1);
  private static final double JOINT = 0.010;
  private static final double FALL = 0.011;

  private Paving() {}

  /** The setts with real height from the camera to a distance, then flat ones. */
  static Solid[] solids(double nearZ, double farZ, double half) {
    Relief relief = Relief.of(Paving::height, Bounds.of(-half, 0, farZ, half, 0, nearZ), 0.0022);
    Sdf stones = (x, y, z) -> (y - relief.at(x, z)) * 0.62;
    Bounds slab = Bounds.of(-half, -0.016, farZ, half, 0.004, nearZ);
    Solid near = Solid.sdf(stones, slab).paint((p, n) -> material(p)).bump((x, y, z) -> fine(x, z));
    Vec corner = new Vec(-40, -0.003, farZ);
    Solid far =
        Solid.quad(corner, new Vec(80, 0, 0), new Vec(0, 0, farZ - 160))
            .paint((p, n) -> material(p))
            .bump((x, y, z) -> plain(x, z));
    Solid under =
        Solid.quad(new Vec(-40, -0.02, nearZ), new Vec(80, 0, 0), new Vec(0, 0, farZ - nearZ))
            .paint((p, n) -> material(p));
    return new Solid[] {near, far, under};
  }

  /** The setts far away, where nobody sees how worn they are. */
  private static double plain(double x, double z) {
    Bond.Cell c = SETTS.at(x, z);
    double tilt = c.u() * 0.11 * (c.random(1) - 0.5) + c.v() * 0.11 * (c.random(2) - 0.5);
    return tilt - FALL * c.joint(JOINT, 0.02);
  }

  private static double height(double x, double z) {
    Bond.Cell c =
        SETTS.at(x + 0.02 * Noise.at(x * 3, 0, z * 3), z + 0.012 * Noise.at(x * 4, 5, z * 4));
    double edge = c.edge() + 0.004 * Noise.at(x * 45, 2, z * 45);
    double top = Noise.step(JOINT * 0.2, JOINT * 0.5 + 0.022, edge);
    double tilt = c.u() * 0.035 * (c.random(1) - 0.5) + c.v() * 0.035 * (c.random(2) - 0.5);
    double wear = 0.0014 * Noise.at(x * 26, c.random(4) * 9, z * 26);
    return Math.max(-0.0085, FALL * (top - 1) + tilt + 0.003 * (c.random(3) - 0.5) + wear * top);
  }

  private static double fine(double x, double z) {
    double wet = wetness(x, z);
    double grit = Noise.at(x * 420, 0, z * 420) + 0.6 * Noise.at(x * 950, 3, z * 950);
    return 0.00022 * (1 - 0.8 * wet) * grit;
  }

  private static double wetness(double x, double z) {
    double pool = Noise.fractal(x * 1.1 + 3.1, 0.7, z * 0.8, 4);
    return Noise.step(-0.28, 0.28, pool);
  }

  private static Material material(Vec p) {
    double wet = wetness(p.x(), p.z());
    boolean pool = p.y() < -0.0082;
    if (pool) {
      return Material.glossy(new Vec(0.012, 0.011, 0.010), 0.05).withSpecular(0.6);
    }
    Bond.Cell c =
        SETTS.at(
            p.x() + 0.02 * Noise.at(p.x() * 3, 0, p.z() * 3),
            p.z() + 0.012 * Noise.at(p.x() * 4, 5, p.z() * 4));
    double speck =
        Noise.at(p.x() * 330, 1, p.z() * 330) * 0.5 + Noise.at(p.x() * 120, 2, p.z() * 120) * 0.3;
    Vec stone = new Vec(0.15, 0.15, 0.155).mix(new Vec(0.24, 0.225, 0.21), c.random(8));
    stone = stone.times((0.75 + 0.5 * c.random(9)) * (1 + 0.45 * speck));
    double dirt = Noise.step(0.02, 0.0, c.edge()) * 0.6;
    Vec base = stone.mix(new Vec(0.05, 0.045, 0.04), dirt).times(1 - 0.52 * wet);
    double polish = 0.62 - 0.34 * wet + 0.06 * speck;
    return Material.glossy(base, Sdf.clamp(polish, 0.22, 0.9)).withCoat(0.4 * wet, 0.24);
  }
}
