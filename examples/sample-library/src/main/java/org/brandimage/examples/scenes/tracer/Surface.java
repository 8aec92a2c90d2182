package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Vec;

/** What a solid is made of at each point of its surface. Implementations must be pure. */
@FunctionalInterface
public interface Surface {

  /**
   * The material at a point, in the solid's own coordinates (before its placement).
   *
   * @param p the point, metres
   * @param n the outward unit normal
   * @return the material there
   */
  Material at(Vec p, Vec n);
}
