package org.brandimage.examples.scenes.products;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Curve;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Outline;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Transform;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Scene;
import org.brandimage.examples.scenes.tracer.Solid;

/**
 * A structured leather handbag: a flap with a turn lock, piped edges, a round top handle on brass
 * rings.
 */
final class Handbag {

  private static final int COGNAC = 0xa25f2f;

  private static final double[] FRONT = {
    -0.148, 0.012, -0.151, 0.060, -0.144, 0.130, -0.134, 0.196, -0.126, 0.214, -0.100, 0.2185, 0.0,
    0.2200, 0.100, 0.2185, 0.126, 0.214, 0.134, 0.196, 0.144, 0.130, 0.151, 0.060, 0.148, 0.012,
    0.136, 0.0025, 0.080, 0.0015, 0.0, 0.001, -0.080, 0.0015, -0.136, 0.0025
  };

  private static final double[] FLAP = {
    -0.1265, 0.240, -0.1310, 0.190, -0.1320, 0.145, -0.1240, 0.116, -0.1000, 0.1020, -0.050, 0.0965,
    0.0, 0.0955, 0.050, 0.0965, 0.1000, 0.1020, 0.1240, 0.116, 0.1320, 0.145, 0.1310, 0.190, 0.1265,
    0.240, 0.0, 0.250
  };

  private final Outline front =
      new Chart(Outline.spline(8, FRONT), 0.0015, -0.19, -0.03, 0.19, 0.26);
  private final Outline flap = new Chart(Outline.spline(8, FLAP), 0.0015, -0.19, 0.0, 0.19, 0.28);
  private final Stitch frontRow = Stitch.along(0.0040, 0.0012, Curve.closed(5, FRONT));
  private final Stitch flapRow = Stitch.along(0.0040, 0.0012, Curve.closed(5, FLAP));

  private Handbag() {}

  static Scene scene() {
    Handbag bag = new Handbag();
    Transform place = Transform.at(0, 0.004, 0).turnedY(28);
    List<Solid> all = new ArrayList<>();
    all.add(bag.body());
    all.add(bag.flap());
    all.addAll(HandbagTrim.solids());
    return Studio.scene(0.34, 0.155, 11, all.stream().map(s -> s.place(place)).toList());
  }

  /** Half the depth of the bag at a height: wide at the base, narrow at the top. */
  private static double depth(double x, double y) {
    double belly =
        0.004
            * Noise.step(0.14, 0.02, Math.abs(x))
            * Math.sin(Math.min(Math.PI, Math.max(0, y) * 14.5));
    return 0.0585 - 0.150 * y + belly;
  }

  private double distance(double x, double y, double z) {
    double side = front.distance(x, y);
    double deep = (Math.abs(z) - depth(x, y)) * 0.985;
    // The gusset is drawn in between the panels.
    double fold = 0.010 * Noise.step(0.03, 0.20, y) * Noise.step(-0.002, -0.03, deep);
    double r = 0.007;
    double dx = side + fold + r;
    double dz = deep + r;
    double ox = Math.max(dx, 0);
    double oz = Math.max(dz, 0);
    double core = Math.sqrt(ox * ox + oz * oz) + Math.min(Math.max(dx, dz), 0) - r;
    double piping = Math.hypot(side + 0.0022, deep + 0.0022) - 0.0030;
    return Sdf.smoothMin(core, piping, 0.0012);
  }

  private Solid body() {
    Sdf sdf = this::distance;
    return Solid.sdf(sdf.safe(0.75), Bounds.of(-0.156, -0.003, -0.064, 0.156, 0.224, 0.064))
        .paint((p, n) -> leather(p, seam(p), frontRow))
        .bump((x, y, z) -> relief(new Vec(x, y, z)));
  }

  /** The distance from the row of stitches beside the piping; far on the gusset. */
  private double seam(Vec p) {
    boolean panel = Math.abs(p.z()) > depth(p.x(), p.y()) - 0.004;
    return panel ? front.distance(p.x(), p.y()) + 0.0085 : 1;
  }

  private double relief(Vec p) {
    double row = seam(p);
    double stitches = Math.abs(row) < 0.004 ? frontRow.relief(row, p.x(), p.y()) : 0;
    return stitches + Leather.grain(p, 0.0019, 0.00022);
  }

  private static Material leather(Vec p, double row, Stitch stitch) {
    if (Math.abs(row) < 0.0012 && stitch.thread(row, p.x(), p.y()) > 0.05) {
      return Material.matte(Vec.srgb(0xd9b58a));
    }
    Material hide = Material.glossy(Vec.srgb(COGNAC), 0.40).withSpecular(0.5);
    Material m = Leather.toned(hide, p, 0.16);
    double worn = Noise.step(0.03, 0.0, p.y()) * 0.25;
    return m.withBase(m.base().times(1 - worn));
  }

  /** The flap: over the top from behind, down the front. */
  private double flapDistance(double x, double y, double z) {
    double region = flap.distance(x, y);
    double over = bodyTop(x, y, z);
    double sheet = Math.abs(over - 0.0022) - 0.0016;
    double back = -0.030 - z;
    double r = 0.0012;
    double dx = Math.max(region, back) + r;
    double dy = sheet + r;
    double ox = Math.max(dx, 0);
    double oy = Math.max(dy, 0);
    return Math.sqrt(ox * ox + oy * oy) + Math.min(Math.max(dx, dy), 0) - r;
  }

  /** The smooth body the flap lies on. */
  private double bodyTop(double x, double y, double z) {
    double deep = (Math.abs(z) - depth(x, y) - 0.0010) * 0.985;
    double top = y - 0.2205 + 0.10 * x * x;
    double r = 0.016;
    double dx = deep + r;
    double dy = top + r;
    double ox = Math.max(dx, 0);
    double oy = Math.max(dy, 0);
    return Math.sqrt(ox * ox + oy * oy) + Math.min(Math.max(dx, dy), 0) - r;
  }

  private Solid flap() {
    Sdf sdf = this::flapDistance;
    return Solid.sdf(sdf.safe(0.75), Bounds.of(-0.136, 0.090, -0.034, 0.136, 0.228, 0.060))
        .paint((p, n) -> leather(p, flap.distance(p.x(), p.y()) + 0.0065, flapRow))
        .bump(
            (x, y, z) -> {
              double row = flap.distance(x, y) + 0.0065;
              double stitches = Math.abs(row) < 0.004 ? flapRow.relief(row, x, y) : 0;
              return stitches + Leather.grain(new Vec(x, y, z), 0.0019, 0.00022);
            });
  }
}
