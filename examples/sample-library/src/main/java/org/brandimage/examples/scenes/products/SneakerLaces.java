package org.brandimage.examples.scenes.products;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Curve;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Solid;

/** The padded tongue of a sneaker and the flat laces across it. */
final class SneakerLaces {

  private static final double[] ROWS = {0.1875, 0.1735, 0.1600, 0.1470, 0.1345, 0.1230};

  private final SneakerShape s;

  SneakerLaces(SneakerShape shape) {
    this.s = shape;
  }

  List<Solid> solids() {
    List<Solid> all = new ArrayList<>();
    Sdf tongue = this::tongue;
    all.add(
        Solid.sdf(tongue.safe(0.7), Bounds.of(0.088, 0.045, -0.034, 0.205, 0.142, 0.034))
            .paint(this::tongueMaterial)
            .bump(SneakerLaces::tongueRelief));
    for (int i = 0; i < ROWS.length; i++) {
      all.add(bar(i));
      all.add(eyelet(ROWS[i], hole(ROWS[i], 1)));
      all.add(eyelet(ROWS[i], hole(ROWS[i], -1)));
    }
    return all;
  }

  /** A padded layer just under the upper, longer than it at the top. */
  private double tongue(double x, double y, double z) {
    double d = s.last.distance(x, y, z);
    if (d > 0.02) {
      return d - 0.01;
    }
    double edge = tongueEdge(x, y, z);
    double swell = 0.0008 * Noise.step(0, -0.009, edge);
    double r = 0.0030;
    double dx = edge + r;
    double dy = Math.abs(d + 0.0046) - 0.0029 - swell + r;
    double ox = Math.max(dx, 0);
    double oy = Math.max(dy, 0);
    return Math.sqrt(ox * ox + oy * oy) + Math.min(Math.max(dx, dy), 0) - r;
  }

  private static double tongueEdge(double x, double y, double z) {
    double top = 0.62 * (0.1010 - x) + 0.78 * (y - 0.1300) + 9 * z * z;
    double wide = Math.abs(z) - 0.0245 + 0.004 * Noise.step(0.090, 0.125, y);
    return -Sdf.smoothMin(-top, -Math.max(wide, x - 0.2), 0.010);
  }

  private Material tongueMaterial(Vec p, Vec n) {
    boolean patch = patch(p) > 0 && n.x() + n.y() > 0.3;
    Vec hide = patch ? Vec.srgb(0x1f2f52) : Vec.srgb(0xdddbd4);
    return Leather.toned(Material.glossy(hide, 0.5), p, 0.03);
  }

  /** How far a point is inside the woven patch, metres. */
  private static double patch(Vec p) {
    double along = 0.78 * (p.y() - 0.1195) - 0.62 * (p.x() - 0.1060);
    return Math.min(0.0048 - Math.abs(along), 0.0110 - Math.abs(p.z()));
  }

  private static double tongueRelief(double x, double y, double z) {
    Vec p = new Vec(x, y, z);
    double seam = (-tongueEdge(x, y, z) - 0.0045) / 0.0007;
    double h = -0.0006 * Math.exp(-seam * seam) + 0.0005 * Noise.step(-0.0003, 0.0003, patch(p));
    return h + Leather.grain(p, 0.0011, 0.00008);
  }

  /** How far from the middle the eyelets of a row are; side is 1 or −1. */
  private double hole(double x, int side) {
    double z = 0;
    // The walls are steeper at the top, where the same way sideways leads further down.
    double beside = 0.0062 - 0.0034 * Noise.step(0.158, 0.122, x);
    while (s.throat.distance(x, z) < beside) {
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
          double ring = Math.hypot(r - 0.0027, up) - 0.00065;
          double pit = Math.max(r - 0.0027, Math.abs(up + 0.0004) - 0.0004);
          return Math.min(ring, pit);
        };
    Bounds box = new Bounds(p, p).union(new Bounds(a, a)).union(new Bounds(b, b)).grow(0.0045);
    Material ring = Material.glossy(Vec.srgb(0xe9e6df), 0.35);
    Material dark = Material.matte(Vec.grey(0.02));
    return Solid.sdf(disc, box).paint((q, m) -> q.minus(p).length() < 0.0022 ? dark : ring);
  }

  /** One lace across the throat, from eyelet to eyelet. */
  private Solid bar(int i) {
    double slip = 0.0007 * (Noise.random(i, 3, 9) - 0.5);
    double left = hole(ROWS[i], -1);
    double right = hole(ROWS[i], 1);
    double[] part = {0, 0.0, 0.10, 0.3, 0.5, 0.7, 0.90, 1.0, 1};
    double[] lift = {0.0018, 0.0018, 0.0034, 0.0036, 0.0034, 0.0036, 0.0034, 0.0018, 0.0018};
    Vec[] points = new Vec[part.length];
    Vec[] normals = new Vec[part.length];
    for (int k = 0; k < part.length; k++) {
      double z = left + (right - left) * part[k];
      double x = ROWS[i] + slip * (k - 4);
      points[k] = s.last.surface(x, z, lift[k]);
      normals[k] = s.last.normal(points[k]);
    }
    points[0] = through(points[1], points[2], normals[1]);
    points[8] = through(points[7], points[6], normals[7]);
    Vec[] fine = Curve.open(5, points);
    Vec[] fineNormals = Curve.open(5, normals);
    Ribbon lace = new Ribbon(fine, fineNormals, 0.0068, 0.0016, 0.00075);
    return Solid.sdf(lace.safe(0.8), lace.bounds())
        .paint((p, n) -> Material.matte(Vec.srgb(0xe6e4de)).withSheen(Vec.grey(0.06)))
        .bump(SneakerLaces::weave);
  }

  /** Where a lace ends that comes from another point and goes through an eyelet. */
  private static Vec through(Vec eyelet, Vec from, Vec normal) {
    Vec out = eyelet.minus(from);
    Vec flat = out.along(normal, -out.dot(normal)).unit();
    return eyelet.along(normal, -0.0055).along(flat, 0.0022);
  }

  private static double weave(double x, double y, double z) {
    double a = Math.sin((z + 0.8 * x) * 2 * Math.PI / 0.0013);
    double b = Math.sin((z - 0.8 * x) * 2 * Math.PI / 0.0013);
    return 0.00006 * Math.max(a, b);
  }
}
