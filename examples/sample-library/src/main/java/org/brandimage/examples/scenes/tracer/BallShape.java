package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Vec;

/** A ball, intersected analytically. */
record BallShape(Vec centre, double radius) implements Shape {

  @Override
  public Bounds bounds() {
    return Bounds.around(centre, Vec.grey(radius));
  }

  @Override
  public double hit(Vec o, Vec d, double tMin, double tMax) {
    Vec oc = o.minus(centre);
    double b = oc.dot(d);
    Vec perpendicular = oc.along(d, -b);
    double disc = radius * radius - perpendicular.dot(perpendicular);
    if (disc < 0) {
      return MISS;
    }
    double root = Math.sqrt(disc);
    double near = -b - root;
    double far = -b + root;
    double t = near > tMin ? near : far;
    return t > tMin && t < tMax ? t : MISS;
  }

  @Override
  public Vec normal(Vec p, double t) {
    return p.minus(centre).unit();
  }
}
