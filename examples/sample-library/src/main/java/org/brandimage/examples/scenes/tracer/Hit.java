package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Vec;

/** A surface point seen from a ray; both normals face the viewer. */
record Hit(
    Solid solid,
    Vec point,
    double distance,
    Vec normal,
    Vec shading,
    boolean inside,
    Material material) {

  static Hit of(Solid solid, Ray ray, double t) {
    Vec p = ray.at(t);
    Vec outward = solid.normal(p, t);
    boolean inside = outward.dot(ray.direction()) > 0;
    Vec n = inside ? outward.negated() : outward;
    Vec bent = solid.bent(p, n, t);
    double facing = -bent.dot(ray.direction());
    if (facing < 0.02) {
      // A bump may not turn the surface away from the viewer.
      bent = bent.along(ray.direction(), facing - 0.02).unit();
    }
    return new Hit(solid, p, t, n, bent, inside, solid.material(p, n));
  }

  /** How far a new ray starts from the surface, so that it does not find the same point again. */
  Vec start(Vec direction) {
    double gap = 4 * SdfShape.tolerance(distance);
    return point.along(normal, direction.dot(normal) > 0 ? gap : -gap);
  }
}
