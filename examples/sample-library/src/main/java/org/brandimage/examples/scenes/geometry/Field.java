package org.brandimage.examples.scenes.geometry;

/** A scalar function of a point, for reliefs, bumps and patterns. Implementations must be pure. */
@FunctionalInterface
public interface Field {

  /**
   * The value at a point.
   *
   * @param x right, metres
   * @param y up, metres
   * @param z towards the viewer, metres
   * @return the value
   */
  double at(double x, double y, double z);
}
