package org.brandimage.examples.scenes.backgrounds;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Curve;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Outline;
import org.brandimage.examples.scenes.geometry.Primitives;
import org.brandimage.examples.scenes.geometry.Transform;
import org.brandimage.examples.scenes.geometry.Vec;
import org.brandimage.examples.scenes.tracer.Material;
import org.brandimage.examples.scenes.tracer.Solid;

/** Simple things that stand about in rooms, seen out of focus. */
final class Props {

  private Props() {}

  static Solid block(double x0, double y0, double z0, double x1, double y1, double z1, Vec c) {
    return Solid.box(Bounds.of(x0, y0, z0, x1, y1, z1)).paint(Material.matte(c));
  }

  static Solid block(double x0, double y0, double z0, double x1, double y1, double z1, Material m) {
    return Solid.box(Bounds.of(x0, y0, z0, x1, y1, z1)).paint(m);
  }

  /**
   * A turned vessel: the profile runs from the foot's middle up the outside, as x0, y0, x1, y1, ….
   */
  static Solid vessel(Vec foot, Material m, double wall, double... profile) {
    double[] line = Curve.open(6, profile);
    double r = 0;
    double top = 0;
    for (int i = 0; i < line.length; i += 2) {
      r = Math.max(r, line[i]);
      top = Math.max(top, line[i + 1]);
    }
    Outline outline = Outline.stroke(wall, line);
    return Solid.sdf(Primitives.revolve(outline), Bounds.of(-r, -wall, -r, r, top, r).grow(wall))
        .paint(m)
        .place(Transform.at(foot.x(), foot.y(), foot.z()));
  }

  static Solid bowl(Vec foot, double size, Material m) {
    double s = size;
    return vessel(
        foot, m, 0.05 * s, 0, 0, 0.25 * s, 0.01 * s, 0.42 * s, 0.18 * s, 0.5 * s, 0.4 * s);
  }

  static Solid vase(Vec foot, double h, Material m) {
    return vessel(
        foot, m, 0.03 * h, 0, 0, 0.2 * h, 0.01 * h, 0.3 * h, 0.35 * h, 0.24 * h, 0.62 * h, 0.1 * h,
        0.85 * h, 0.14 * h, h);
  }

  static Solid jar(Vec foot, double r, double h, Material m) {
    return Solid.sdf(
            Primitives.cylinder(r, h / 2, r * 0.25), Bounds.of(-r, -h / 2, -r, r, h / 2, r))
        .paint(m)
        .place(Transform.at(foot.x(), foot.y() + h / 2, foot.z()));
  }

  static Solid bottle(Vec foot, double h, Material m) {
    return vessel(
        foot, m, 0.02 * h, 0, 0, 0.13 * h, 0.01 * h, 0.14 * h, 0.3 * h, 0.135 * h, 0.6 * h,
        0.05 * h, 0.75 * h, 0.045 * h, h);
  }

  /** A leafy plant: many small leaves on arching stems around a point. */
  static List<Solid> plant(Vec base, double size, int leaves, int seed, Vec green) {
    List<Solid> out = new ArrayList<>();
    for (int i = 0; i < leaves; i++) {
      double a = 2 * Math.PI * Noise.random(seed, i, 1);
      double reach = size * (0.15 + 0.55 * Noise.random(seed, i, 2));
      double up = size * (0.25 + 0.75 * Noise.random(seed, i, 3));
      Vec tip = base.plus(new Vec(reach * Math.cos(a), up, reach * Math.sin(a)));
      double l = size * (0.10 + 0.09 * Noise.random(seed, i, 4));
      Vec c = green.times(0.6 + 0.9 * Noise.random(seed, i, 5));
      Transform lie =
          Transform.identity()
              .turnedZ(-20 - 50 * Noise.random(seed, i, 6))
              .turnedY(-Math.toDegrees(a))
              .shifted(tip.x(), tip.y(), tip.z());
      out.add(
          Solid.sdf(
                  Primitives.ellipsoid(l, 0.05 * l, 0.45 * l).safe(0.8),
                  Bounds.of(-l, -0.06 * l, -0.5 * l, l, 0.06 * l, 0.5 * l))
              .paint(Material.glossy(c, 0.45))
              .place(lie));
      if (i % 3 == 0) {
        Vec mid =
            base.plus(new Vec(reach * 0.3 * Math.cos(a), up * 0.6, reach * 0.3 * Math.sin(a)));
        out.add(rod(0.006 * size, Curve.open(4, base, mid, tip), Material.matte(green.times(0.7))));
      }
    }
    return out;
  }

  static Solid rod(double r, Vec[] points, Material m) {
    Bounds b = new Bounds(points[0], points[0]);
    for (Vec p : points) {
      b = b.union(new Bounds(p, p));
    }
    return Solid.sdf(Primitives.tube(r, points), b.grow(r * 1.1)).paint(m);
  }
}
