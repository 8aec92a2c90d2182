package org.brandimage.examples.scenes.products;

import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Solid;

/** A stitched rubber cup sole: foxing stripe, textured toe bumper and a gum tread. */
final class SneakerSole {

  private static final double TREAD = 0.0045;

  private final SneakerShape shape;

  SneakerSole(SneakerShape shape) {
    this.shape = shape;
  }

  Solid solid() {
    Sdf body = this::distance;
    return Solid.sdf(body.safe(0.85), Bounds.of(-0.006, -0.002, -0.062, 0.296, 0.047, 0.062))
        .paint(this::material)
        .bump(this::relief);
  }

  private double distance(double x, double y, double z) {
    double low = shape.spring.at(x);
    double high = shape.wall.at(x);
    double up = y - low;
    double side = shape.sole.distance(x, z);
    // The wall is a little hollow and leans inwards; the tread steps out below it.
    double wall = side + 0.05 * up + 0.0005 * Math.sin(up * 130);
    double r = 0.0022;
    double cup = rounded(wall, Math.max(y - high, low + 0.002 - y), r);
    double notch =
        0.0010 * Noise.step(0.262, 0.240, x) * Noise.step(0.35, 0.7, Math.sin(tread(x, z)));
    double tread =
        rounded(side - 0.0002 + 0.5 * notch, Math.max(low + notch - y, up - TREAD), 0.0009);
    return Math.min(cup, tread);
  }

  /** The phase of the herringbone cut into the tread. */
  private static double tread(double x, double z) {
    double zig = Math.abs(z / 0.012 - Math.floor(z / 0.012) - 0.5) * 2;
    return (x + 0.0020 * zig) * 2 * Math.PI / 0.0052;
  }

  private static double rounded(double a, double b, double r) {
    double dx = a + r;
    double dy = b + r;
    double ox = Math.max(dx, 0);
    double oy = Math.max(dy, 0);
    return Math.sqrt(ox * ox + oy * oy) + Math.min(Math.max(dx, dy), 0) - r;
  }

  private Material material(Vec p, Vec n) {
    double up = p.y() - shape.spring.at(p.x());
    double dirt = Noise.fractal(p.x() * 30, p.y() * 90, p.z() * 30, 3);
    if (up < TREAD + 0.0002) {
      Vec gum = Vec.srgb(0xab8f6c).times(1 + 0.12 * dirt);
      return Material.glossy(gum, 0.52).withSpecular(0.4);
    }
    Vec rubber = Vec.srgb(0xe0ddd4).times(0.97 + 0.05 * dirt);
    Material base = Material.glossy(rubber, 0.46).withSpecular(0.42);
    double across = stripe(p);
    double navy = Noise.step(0.00135, 0.00105, Math.abs(across));
    if (navy > 0.5 && n.y() < 0.5) {
      return base.withBase(Vec.srgb(0x1d2c4c));
    }
    double thread = n.y() < 0.6 ? shape.soleRow.thread(row(p), p.x(), p.z()) : 0;
    return thread > 0.05 ? base.withBase(Vec.srgb(0xe3dccb)).withRoughness(0.8) : base;
  }

  /** The height of a point above the middle of the foxing stripe. */
  private double stripe(Vec p) {
    double low = shape.spring.at(p.x()) + TREAD;
    return p.y() - (low + 0.42 * (shape.wall.at(p.x()) - low));
  }

  /** The height of a point above the row of stitches. */
  private double row(Vec p) {
    return p.y() - (shape.wall.at(p.x()) - 0.0052);
  }

  private double relief(double x, double y, double z) {
    Vec p = new Vec(x, y, z);
    double across = stripe(p);
    double grooves = Math.exp(-sq((Math.abs(across) - 0.0017) / 0.00035));
    double h = -0.00035 * grooves;
    h += 1.3 * shape.soleRow.relief(row(p), x, z);
    double toe = Noise.step(0.243, 0.262, x) * Noise.step(0.0030, 0.0036, across);
    toe *= Noise.step(-0.0022, -0.0030, row(p));
    double pins = Math.sin(shape.soleRow.arc(x, z) * 2 * Math.PI / 0.0026);
    h += toe > 0 ? 0.00032 * toe * pins * Math.sin(y * 2 * Math.PI / 0.0026) : 0;
    return h + 0.00002 * Noise.at(x * 1900, y * 1900, z * 1900);
  }

  private static double sq(double v) {
    return v * v;
  }
}
