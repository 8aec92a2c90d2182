package org.brandimage.examples.scenes.products;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.examples.scenes.tracer.Bounds;
import org.brandimage.examples.scenes.tracer.Curve;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Noise;
import org.brandimage.examples.scenes.tracer.Outline;
import org.brandimage.examples.scenes.tracer.Sdf;
import org.brandimage.examples.scenes.tracer.Solid;
import org.brandimage.examples.scenes.tracer.Vec;

/** The padded tongue of a sneaker and the flat laces across it. */
final class SneakerLaces {

  private static final double[] ROWS = {0.1875, 0.1735, 0.1600, 0.1470, 0.1345, 0.1230};

  private final SneakerShape s;
  private final Outline tongueSide =
      new Chart(
          Outline.stroke(
              0.0075,
              Curve.open(
                  6, 0.205, 0.0600, 0.190, 0.0680, 0.170, 0.0775, 0.150, 0.0885, 0.130, 0.1010, 0.114,
                  0.1135, 0.104, 0.1235, 0.0985, 0.1300)),
          0.001,
          0.06,
          0.03,
          0.23,
          0.16);

  SneakerLaces(SneakerShape shape) {
    this.s = shape;
  }

  List<Solid> solids() {
    List<Solid> all = new ArrayList<>();
    Sdf tongue = this::tongue;
    all.add(
        Solid.sdf(tongue.safe(0.7), Bounds.of(0.090, 0.045, -0.034, 0.205, 0.138, 0.034))
            .paint(this::tongueMaterial)
            .bump(this::tongueRelief));
    for (int i = 0; i < ROWS.length; i++) {
      all.add(bar(i));
      all.add(eyelet(ROWS[i], hole(ROWS[i], 1)));
      all.add(eyelet(ROWS[i], hole(ROWS[i], -1)));
    }
    return all;
  }

  private double tongue(double x, double y, double z) {
    double flat = Math.abs(z) - 0.0275 + 0.004 * Noise.step(0.125, 0.095, x);
    double bowed = y + 9 * z * z * Noise.step(0.09, 0.15, x) + 5 * z * z;
    double side = tongueSide.distance(x, bowed);
    double r = 0.003;
    double dx = side + r;
    double dz = flat + r;
    double ox = Math.max(dx, 0);
    double oz = Math.max(dz, 0);
    return Math.sqrt(ox * ox + oz * oz) + Math.min(Math.max(dx, dz), 0) - r;
  }

  private Material tongueMaterial(Vec p, Vec n) {
    boolean patch = p.x() < 0.1165 && p.x() > 0.1045 && Math.abs(p.z()) < 0.0125 && n.x() + n.y() > 0.3;
    Vec hide = patch ? Vec.srgb(0x1f2f52) : Vec.srgb(0xefede7);
    return Leather.toned(Material.glossy(hide, 0.5), p, 0.03);
  }

  private double tongueRelief(double x, double y, double z) {
    double edge = 0.0275 - 0.004 * Noise.step(0.125, 0.095, x) - Math.abs(z);
    double seam = -0.0006 * Math.exp(-Math.pow((edge - 0.004) / 0.0007, 2));
    boolean near = x < 0.1175 && x > 0.1035 && Math.abs(z) < 0.0135;
    double patch =
        near ? 0.0006 * Noise.step(0, 0.0006, Math.min(Math.min(x - 0.1045, 0.1165 - x), 0.0125 - Math.abs(z))) : 0;
    return seam + patch + Leather.grain(new Vec(x, y, z), 0.0011, 0.00008);
  }

  /** How far from the middle the eyelets of a row are; side is 1 or −1. */
  private double hole(double x, int side) {
    double z = 0;
    while (s.throat.distance(x, z) < 0.0062) {
      z += side * 0.0002;
    }
    return z;
  }

  private Solid eyelet(double x, double z) {
    Vec p = s.last.surface(x, z, 0.0022);
    Vec n = s.last.normal(p);
    Vec a = p.along(n, -0.002);
    Vec b = p.along(n, 0.00045);
    Sdf disc =
        (px, py, pz) -> {
          Vec w = new Vec(px, py, pz).minus(p);
          double up = w.dot(n);
          double r = Math.sqrt(Math.max(0, w.dot(w) - up * up));
          double ring = Math.hypot(r - 0.0031, up) - 0.0007;
          double pit = Math.max(r - 0.0031, Math.abs(up + 0.0004) - 0.0004);
          return Math.min(ring, pit);
        };
    Bounds box = new Bounds(p, p).union(new Bounds(a, a)).union(new Bounds(b, b)).grow(0.0045);
    Material ring = Material.glossy(Vec.srgb(0xe9e6df), 0.35);
    Material dark = Material.matte(Vec.grey(0.02));
    return Solid.sdf(disc, box)
        .paint((q, m) -> q.minus(p).length() < 0.0026 ? dark : ring);
  }

  /** One lace across the throat, from eyelet to eyelet. */
  private Solid bar(int i) {
    double slip = 0.0007 * (Noise.random(i, 3, 9) - 0.5);
    double left = hole(ROWS[i], -1);
    double right = hole(ROWS[i], 1);
    double[] part = {-0.02, 0.03, 0.12, 0.3, 0.5, 0.7, 0.88, 0.97, 1.02};
    double[] lift = {-0.0035, 0.0012, 0.0036, 0.0041, 0.0041, 0.0041, 0.0036, 0.0012, -0.0035};
    Vec[] points = new Vec[part.length];
    Vec[] normals = new Vec[part.length];
    for (int k = 0; k < part.length; k++) {
      double z = left + (right - left) * part[k];
      double x = ROWS[i] + slip * (k - 4);
      points[k] = s.last.surface(x, z, lift[k]);
      normals[k] = s.last.normal(points[k]);
    }
    Vec[] fine = Curve.open(5, points);
    Vec[] fineNormals = Curve.open(5, normals);
    Ribbon lace = new Ribbon(fine, fineNormals, 0.0074, 0.0017, 0.00075);
    return Solid.sdf(lace.safe(0.8), lace.bounds())
        .paint((p, n) -> Material.matte(Vec.srgb(0xf4f2ec)).withSheen(Vec.grey(0.06)))
        .bump(SneakerLaces::weave);
  }

  private static double weave(double x, double y, double z) {
    double a = Math.sin((z + 0.8 * x) * 2 * Math.PI / 0.0013);
    double b = Math.sin((z - 0.8 * x) * 2 * Math.PI / 0.0013);
    return 0.00006 * Math.max(a, b);
  }
}
