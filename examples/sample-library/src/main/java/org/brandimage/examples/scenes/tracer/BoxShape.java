package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Vec;

/** A sharp-edged box, intersected analytically. */
record BoxShape(Bounds bounds) implements Shape {

  @Override
  public double hit(Vec o, Vec d, double tMin, double tMax) {
    double near = Slab.enter(bounds, o, d, Double.NEGATIVE_INFINITY, Double.MAX_VALUE);
    if (near == MISS) {
      return MISS;
    }
    double t = near > tMin ? near : Slab.leave(bounds, o, d);
    return t > tMin && t < tMax ? t : MISS;
  }

  @Override
  public Vec normal(Vec p, double t) {
    Vec q = p.minus(bounds.centre());
    Vec h = bounds.size().times(0.5);
    double x = Math.abs(Math.abs(q.x()) - h.x());
    double y = Math.abs(Math.abs(q.y()) - h.y());
    double z = Math.abs(Math.abs(q.z()) - h.z());
    if (x <= y && x <= z) {
      return new Vec(Math.signum(q.x()), 0, 0);
    }
    return y <= z ? new Vec(0, Math.signum(q.y()), 0) : new Vec(0, 0, Math.signum(q.z()));
  }
}
