package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Vec;

/** The ray and box test by slabs (Kay and Kajiya 1986). */
final class Slab {

  private Slab() {}

  /** Where a ray enters a box, at least tMin; {@link Shape#MISS} when it does not before tMax. */
  static double enter(Bounds b, Vec o, Vec d, double tMin, double tMax) {
    double x0 = (b.min().x() - o.x()) / d.x();
    double x1 = (b.max().x() - o.x()) / d.x();
    double y0 = (b.min().y() - o.y()) / d.y();
    double y1 = (b.max().y() - o.y()) / d.y();
    double z0 = (b.min().z() - o.z()) / d.z();
    double z1 = (b.max().z() - o.z()) / d.z();
    double near = tMin;
    double far = tMax;
    near = x0 < x1 ? Math.max(near, x0) : Math.max(near, x1);
    far = x0 < x1 ? Math.min(far, x1) : Math.min(far, x0);
    near = y0 < y1 ? Math.max(near, y0) : Math.max(near, y1);
    far = y0 < y1 ? Math.min(far, y1) : Math.min(far, y0);
    near = z0 < z1 ? Math.max(near, z0) : Math.max(near, z1);
    far = z0 < z1 ? Math.min(far, z1) : Math.min(far, z0);
    return near <= far ? near : Shape.MISS;
  }

  /** Where a ray that enters the box leaves it. */
  static double leave(Bounds b, Vec o, Vec d) {
    double x = Math.max((b.min().x() - o.x()) / d.x(), (b.max().x() - o.x()) / d.x());
    double y = Math.max((b.min().y() - o.y()) / d.y(), (b.max().y() - o.y()) / d.y());
    double z = Math.max((b.min().z() - o.z()) / d.z(), (b.max().z() - o.z()) / d.z());
    double far = Double.MAX_VALUE;
    far = !Double.isNaN(x) ? Math.min(far, x) : far;
    far = !Double.isNaN(y) ? Math.min(far, y) : far;
    return !Double.isNaN(z) ? Math.min(far, z) : far;
  }
}
