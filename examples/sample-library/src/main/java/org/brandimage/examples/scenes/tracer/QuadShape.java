package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Vec;

/** A parallelogram; its normal is u × v. */
record QuadShape(Vec corner, Vec u, Vec v) implements Shape {

  @Override
  public Bounds bounds() {
    Bounds a = new Bounds(corner, corner);
    Vec pu = corner.plus(u);
    Vec pv = corner.plus(v);
    Vec puv = pu.plus(v);
    return a.union(new Bounds(pu, pu))
        .union(new Bounds(pv, pv))
        .union(new Bounds(puv, puv))
        .grow(1e-6);
  }

  @Override
  public double hit(Vec o, Vec d, double tMin, double tMax) {
    Vec n = u.cross(v);
    double denominator = n.dot(d);
    if (denominator == 0) {
      return MISS;
    }
    double t = n.dot(corner.minus(o)) / denominator;
    if (!(t > tMin && t < tMax)) {
      return MISS;
    }
    Vec q = o.along(d, t).minus(corner);
    double area = n.dot(n);
    double a = q.cross(v).dot(n) / area;
    double b = u.cross(q).dot(n) / area;
    return a >= 0 && a <= 1 && b >= 0 && b <= 1 ? t : MISS;
  }

  @Override
  public Vec normal(Vec p, double t) {
    return u.cross(v).unit();
  }
}
