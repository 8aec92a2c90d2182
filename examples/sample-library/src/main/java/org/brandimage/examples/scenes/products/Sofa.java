package org.brandimage.examples.scenes.products;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Primitives;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Transform;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Scene;
import org.brandimage.examples.scenes.tracer.Solid;

/** A two-seat sofa: padded arms, loose cushions with piped seams, tapered oak legs. */
final class Sofa {

  private static final Vec SAGE = Vec.srgb(0x97a18a);
  private static final Vec OCHRE = Vec.srgb(0xc79a5a);

  private final List<Solid> parts = new ArrayList<>();
  private final Transform turn = Transform.identity().turnedY(26);

  private Sofa() {}

  static Scene scene() {
    Sofa sofa = new Sofa();
    sofa.frame();
    sofa.cushions();
    for (int side = -1; side <= 1; side += 2) {
      sofa.leg(side, 1);
      sofa.leg(side, -1);
    }
    return Studio.scene(1.85, 0.41, 10, sofa.parts);
  }

  private void frame() {
    add(pad(0.70, 0.075, 0.395, 0.018, 0), new Vec(0.70, 0.075, 0.395), at(0, 0.235, 0.015), SAGE);
    Transform back = Transform.identity().turnedX(-7).shifted(0, 0.520, -0.335);
    add(pad(0.72, 0.300, 0.075, 0.045, 0.006), new Vec(0.72, 0.300, 0.075), back, SAGE);
    for (int side = -1; side <= 1; side += 2) {
      Transform arm = Transform.identity().turnedZ(-side * 3.0).shifted(side * 0.775, 0.385, 0.0);
      add(pad(0.078, 0.225, 0.425, 0.030, 0.006), new Vec(0.078, 0.225, 0.425), arm, SAGE);
    }
  }

  private void cushions() {
    for (int side = -1; side <= 1; side += 2) {
      Transform seat = Transform.identity().turnedX(1.5).shifted(side * 0.3475, 0.385, 0.070);
      add(cushion(0.345, 0.082, 0.365, 0.030), new Vec(0.345, 0.082, 0.365), seat, SAGE);
      Transform rest =
          Transform.identity()
              .turnedX(76 - 90 - 2)
              .turnedZ(-side * 0.8)
              .shifted(side * 0.340, 0.640, -0.185);
      Transform lean = rest;
      add(upright(0.335, 0.215, 0.100), new Vec(0.335, 0.215, 0.100), lean, SAGE);
    }
    Transform throwPillow =
        Transform.identity().turnedZ(8).turnedX(-24).turnedY(16).shifted(-0.520, 0.640, 0.010);
    add(upright(0.215, 0.205, 0.080), new Vec(0.215, 0.205, 0.080), throwPillow, OCHRE);
  }

  private static Transform at(double x, double y, double z) {
    return Transform.at(x, y, z);
  }

  /** Adds an upholstered body given around the origin. */
  private void add(Sdf body, Vec half, Transform place, Vec colour) {
    int id = parts.size();
    parts.add(
        Solid.sdf(body.safe(0.8), Bounds.around(Vec.ZERO, half.plus(Vec.grey(0.035))))
            .paint((p, n) -> weave(p, colour))
            .bump((x, y, z) -> thread(x, y, z) + wrinkles(x + id, y, z))
            .place(place.turnedY(26)));
  }

  /** A padded part; one that is deeper than wide, an arm, has piping around its front and back. */
  private static Sdf pad(double hx, double hy, double hz, double r, double puff) {
    Sdf box = Primitives.box(hx, hy, hz, r);
    return (x, y, z) -> {
      double d = box.distance(x, y, z);
      if (d > 0.05) {
        return d - 0.02;
      }
      double swell =
          puff * cosine(x / hx) * cosine(y / hy) + puff * cosine(y / hy) * cosine(z / hz);
      if (hz < hx) {
        return d - swell;
      }
      double rx = Math.abs(x) - hx + r;
      double ry = Math.abs(y) - hy + r;
      double plan =
          Math.hypot(Math.max(rx, 0), Math.max(ry, 0)) + Math.min(Math.max(rx, ry), 0) - r;
      double piping = Math.hypot(plan + 0.006, Math.abs(z) - hz + 0.007) - 0.0075;
      return Sdf.smoothMin(Math.max(d, plan) - swell, piping, 0.004);
    };
  }

  /** A lying cushion: flat, crowned, with piping around its upper and lower edges. */
  private static Sdf cushion(double hx, double hy, double hz, double crown) {
    return (x, y, z) -> {
      double swell = crown * Math.pow(cosine(x / hx) * cosine(z / hz), 0.6);
      double sag = 0.006 * Noise.fractal(x * 3 + hx, y * 2, z * 3, 2);
      double bulge = 0.010 * cosine(y / hy);
      double rx = Math.abs(x) - hx + 0.05 + 0.004 - bulge;
      double rz = Math.abs(z) - hz + 0.05 + 0.004 - bulge;
      double plan =
          Math.hypot(Math.max(rx, 0), Math.max(rz, 0)) + Math.min(Math.max(rx, rz), 0) - 0.05;
      double up = Math.abs(y) - hy + 0.022 - swell - sag;
      double body = round(plan, up, 0.026);
      double piping = Math.hypot(plan + 0.004, Math.abs(y) - hy + 0.024) - 0.0065;
      return Sdf.smoothMin(body, piping, 0.004);
    };
  }

  /** A stuffed cushion: thick in the middle, thin at its seam. */
  private static Sdf upright(double hx, double hy, double thick) {
    return (x, y, z) -> {
      double px = Math.abs(x) / hx;
      double py = Math.abs(y) / hy;
      // The sides are drawn in between the corners.
      double wx = hx * (0.955 + 0.045 * py * py);
      double wy = hy * (0.955 + 0.045 * px * px);
      double rx = Math.abs(x) - wx + 0.045;
      double ry = Math.abs(y) - wy + 0.045;
      double plan =
          Math.hypot(Math.max(rx, 0), Math.max(ry, 0)) + Math.min(Math.max(rx, ry), 0) - 0.045;
      double fill = Math.pow(cosine(x / wx * 0.97) * cosine(y / wy * 0.97), 0.42);
      double fold = 0.007 * Noise.fractal(x * 5 + thick * 40, y * 5, z > 0 ? 1 : 4, 2);
      double deep = thick * fill + fold * fill;
      double front = (Math.abs(z) - 0.006 - deep) * 0.55;
      double body = round(plan, front, 0.006);
      double piping = Math.hypot(plan + 0.002, z) - 0.0065;
      return Sdf.smoothMin(body, piping, 0.004);
    };
  }

  private static double round(double a, double b, double r) {
    double dx = a + r;
    double dy = b + r;
    double ox = Math.max(dx, 0);
    double oy = Math.max(dy, 0);
    return Math.sqrt(ox * ox + oy * oy) + Math.min(Math.max(dx, dy), 0) - r;
  }

  private static double cosine(double part) {
    double a = Math.min(1, Math.abs(part));
    return Math.cos(a * Math.PI / 2);
  }

  private static Material weave(Vec p, Vec colour) {
    double melange = Noise.fractal(p.x() * 120, p.y() * 120, p.z() * 120, 3);
    double slub = Noise.fractal(p.x() * 40, p.y() * 320, p.z() * 40, 2);
    double slow = Noise.fractal(p.x() * 3, p.y() * 3, p.z() * 3, 2);
    double yarn = Noise.at(p.x() * 420, p.y() * 420, p.z() * 420);
    Vec c = colour.times(1 + 0.16 * melange + 0.10 * slub + 0.05 * slow + 0.16 * yarn);
    return Material.matte(c).withRoughness(0.95).withSpecular(0.15).withSheen(colour.times(0.35));
  }

  private static double thread(double x, double y, double z) {
    double s = 2 * Math.PI / 0.0052;
    return 0.0007
        * (Math.sin(x * s) * Math.sin(y * s)
            + Math.sin(y * s) * Math.sin(z * s)
            + Math.sin(z * s) * Math.sin(x * s));
  }

  private static double wrinkles(double x, double y, double z) {
    double w = Noise.fractal(x * 7, y * 7, z * 7, 3);
    return 0.0022 * w;
  }

  private void leg(int side, int front) {
    Vec top = new Vec(side * 0.66, 0.165, front * 0.33);
    Vec low = new Vec(side * 0.70, 0.0, front * 0.37);
    Sdf peg = Primitives.capsule(top, low, 0.027, 0.015).minus(Primitives.below(0.0));
    Bounds box =
        new Bounds(
            new Vec(Math.min(top.x(), low.x()), 0, Math.min(top.z(), low.z()))
                .minus(new Vec(0.03, 0, 0.03)),
            new Vec(Math.max(top.x(), low.x()), 0.19, Math.max(top.z(), low.z()))
                .plus(new Vec(0.03, 0, 0.03)));
    parts.add(
        Solid.sdf(peg, box)
            .paint(
                (p, n) -> {
                  double grain = Noise.fractal(p.x() * 160, p.y() * 7, p.z() * 160, 4);
                  Vec c = Vec.srgb(0xb98d5b).times(1 + 0.28 * grain);
                  return Material.glossy(c, 0.42).withSpecular(0.45);
                })
            .place(turn));
  }
}
