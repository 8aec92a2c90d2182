package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Vec;

/** A signed distance field found by sphere tracing (Hart 1996) inside its bounding box. */
record SdfShape(Sdf sdf, Bounds bounds) implements Shape {

  private static final int MAX_STEPS = 220;

  /** A surface counts as reached within this part of the distance gone, at least {@link #LEAST}. */
  private static final double CONE = 6e-5;

  static final double LEAST = 1.5e-5;

  static double tolerance(double t) {
    return Math.max(LEAST, CONE * t);
  }

  @Override
  public double hit(Vec o, Vec d, double tMin, double tMax) {
    double t0 = Slab.enter(bounds, o, d, tMin, tMax);
    if (t0 == MISS) {
      return MISS;
    }
    double t1 = Math.min(tMax, Slab.leave(bounds, o, d));
    double t = t0;
    double first = sdf.distance(o.x() + d.x() * t, o.y() + d.y() * t, o.z() + d.z() * t);
    double sign = first < 0 ? -1 : 1;
    double distance = Math.abs(first);
    for (int i = 0; i < MAX_STEPS && t <= t1; i++) {
      if (distance < tolerance(t)) {
        return t > tMin ? t : MISS;
      }
      t += distance;
      distance = sign * sdf.distance(o.x() + d.x() * t, o.y() + d.y() * t, o.z() + d.z() * t);
    }
    return MISS;
  }

  @Override
  public Vec normal(Vec p, double t) {
    double e = Math.max(2e-5, 1.5e-4 * t);
    double a = sdf.distance(p.x() + e, p.y() - e, p.z() - e);
    double b = sdf.distance(p.x() - e, p.y() - e, p.z() + e);
    double c = sdf.distance(p.x() - e, p.y() + e, p.z() - e);
    double f = sdf.distance(p.x() + e, p.y() + e, p.z() + e);
    Vec n = new Vec(a - b - c + f, -a - b + c + f, -a + b - c + f);
    return n.length() > 0 ? n.unit() : Vec.UP;
  }
}
