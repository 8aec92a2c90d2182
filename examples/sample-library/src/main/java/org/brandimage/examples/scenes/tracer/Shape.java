package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Bounds;
import org.brandimage.examples.scenes.geometry.Vec;

/** The geometry of a solid in its own coordinates. */
interface Shape {

  /** What {@link #hit} answers when the ray misses. */
  double MISS = Double.POSITIVE_INFINITY;

  Bounds bounds();

  /**
   * The distance along the ray to the first surface strictly between both limits, or {@link #MISS}.
   */
  double hit(Vec o, Vec d, double tMin, double tMax);

  /** The outward unit normal at a point of the surface found at distance t. */
  Vec normal(Vec p, double t);
}
