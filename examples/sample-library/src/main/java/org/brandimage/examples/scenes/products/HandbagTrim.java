package org.brandimage.examples.scenes.products;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Curve;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Primitives;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Transform;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Solid;

/** What is fixed on the handbag: handle, rings, tabs, turn lock and feet. */
final class HandbagTrim {

  private static final Vec BRASS = new Vec(0.83, 0.60, 0.27);

  private HandbagTrim() {}

  static List<Solid> solids() {
    List<Solid> all = new ArrayList<>();
    all.add(handle());
    for (int side = -1; side <= 1; side += 2) {
      all.add(ring(side));
      all.add(tab(side));
      all.add(foot(side * 0.115, 0.038));
      all.add(foot(side * 0.115, -0.038));
      all.add(sideRing(side));
      all.add(sideTab(side));
    }
    all.addAll(lock());
    return all;
  }

  private static Material brass(Vec p) {
    double wear = Noise.fractal(p.x() * 120, p.y() * 120, p.z() * 120, 3);
    return Material.metal(BRASS, 0.20 + 0.05 * wear);
  }

  private static Solid handle() {
    Vec[] line =
        Curve.open(
            7,
            new Vec(-0.074, 0.2440, 0),
            new Vec(-0.0735, 0.2620, 0),
            new Vec(-0.0655, 0.2900, 0),
            new Vec(-0.0430, 0.3130, 0),
            new Vec(0, 0.3220, 0),
            new Vec(0.0430, 0.3130, 0),
            new Vec(0.0655, 0.2900, 0),
            new Vec(0.0735, 0.2620, 0),
            new Vec(0.074, 0.2440, 0));
    Sdf rod = Primitives.tube(0.0062, line);
    return Solid.sdf(rod, Bounds.of(-0.082, 0.236, -0.008, 0.082, 0.331, 0.008))
        .paint((p, n) -> Leather.toned(Material.glossy(Vec.srgb(0x96562a), 0.38), p, 0.16))
        .bump((x, y, z) -> Leather.grain(new Vec(x, y, z), 0.0017, 0.00018) + seam(x, y, z));
  }

  private static double seam(double x, double y, double z) {
    double d = Math.abs(z - 0.0046) / 0.0007;
    double dash = Math.sin(Math.atan2(y - 0.252, x) * 90);
    return d > 3 ? 0 : Math.exp(-d * d) * (dash > -0.4 ? 0.0003 : -0.0004);
  }

  /** A ring that the handle ends in. */
  private static Solid ring(int side) {
    Sdf hoop = Primitives.torus(0.0115, 0.0021).placed(Transform.identity().turnedZ(90));
    Sdf body = hoop.and(Primitives.cylinder(0.0078, 0.0055, 0.0012).moved(0, 0.0145, 0));
    return Solid.sdf(body.moved(side * 0.074, 0.2330, 0), box(side * 0.074, 0.2370, 0, 0.018))
        .paint((p, n) -> brass(p));
  }

  /** The leather loop that holds the ring on the flap. */
  private static Solid tab(int side) {
    Vec[] line =
        Curve.open(
            5,
            new Vec(side * 0.074, 0.1960, 0.0335),
            new Vec(side * 0.074, 0.2140, 0.0280),
            new Vec(side * 0.074, 0.2215, 0.0200),
            new Vec(side * 0.074, 0.2255, 0.0050),
            new Vec(side * 0.074, 0.2255, -0.0080));
    Vec[] normals =
        Curve.open(
            5,
            new Vec(0, 0.15, 0.98),
            new Vec(0, 0.5, 0.86),
            new Vec(0, 0.8, 0.6),
            new Vec(0, 1, 0.1),
            new Vec(0, 1, 0));
    Ribbon band = new Ribbon(line, normals, 0.021, 0.0042, 0.0012);
    return Solid.sdf(band.safe(0.8), band.bounds())
        .paint((p, n) -> Leather.toned(Material.glossy(Vec.srgb(0x96562a), 0.40), p, 0.16))
        .bump((x, y, z) -> Leather.grain(new Vec(x, y, z), 0.0017, 0.0002));
  }

  private static Solid sideTab(int side) {
    Sdf body =
        Primitives.box(0.0022, 0.020, 0.010, 0.0018).placed(Transform.identity().turnedZ(side * 8));
    return Solid.sdf(body.moved(side * 0.1275, 0.188, 0), box(side * 0.1275, 0.188, 0, 0.024))
        .paint((p, n) -> Leather.toned(Material.glossy(Vec.srgb(0x96562a), 0.40), p, 0.16))
        .bump((x, y, z) -> Leather.grain(new Vec(x, y, z), 0.0017, 0.0002));
  }

  private static Solid sideRing(int side) {
    Sdf hoop =
        Primitives.torus(0.0105, 0.0018).placed(Transform.identity().turnedX(90).turnedY(18));
    return Solid.sdf(hoop.moved(side * 0.1345, 0.2050, 0), box(side * 0.1345, 0.2050, 0, 0.014))
        .paint((p, n) -> brass(p));
  }

  private static Solid foot(double x, double z) {
    Sdf stud = Primitives.cylinder(0.0060, 0.0040, 0.0025).moved(x, 0.0000, z);
    return Solid.sdf(stud, box(x, 0, z, 0.0065)).paint((p, n) -> brass(p));
  }

  private static List<Solid> lock() {
    Transform on = Transform.identity().turnedX(-8.5).shifted(0, 0.1210, 0.0480);
    Sdf plate = Primitives.box(0.0185, 0.0115, 0.0022, 0.0016);
    Sdf knob = Primitives.box(0.0046, 0.0105, 0.0038, 0.0030).moved(0, 0, 0.0085);
    Sdf post = (x, y, z) -> Math.max(Math.hypot(x, y) - 0.0036, Math.abs(z - 0.004) - 0.004);
    Sdf screws = (x, y, z) -> Math.hypot(Math.hypot(Math.abs(x) - 0.0135, y), z - 0.0016) - 0.0017;
    Sdf body = plate.and(knob.and(post), screws);
    // The trim is placed as a whole with the bag, so the lock's own placement is part of its field.
    return List.of(
        Solid.sdf(body.placed(on), Bounds.of(-0.022, 0.106, 0.038, 0.022, 0.137, 0.066))
            .paint((p, n) -> brass(p)));
  }

  private static Bounds box(double x, double y, double z, double half) {
    return Bounds.around(new Vec(x, y, z), Vec.grey(half));
  }
}
