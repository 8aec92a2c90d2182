package org.brandimage.scene;

/**
 * A straight contour.
 *
 * @param x its middle, in pixels
 * @param y its middle, in pixels
 * @param dx its direction, of length 1
 * @param dy its direction, of length 1
 * @param length in pixels
 */
record LineSegment(double x, double y, double dx, double dy, double length) {
  /** Returns the sine of the angle between this segment and the line from its middle to a point. */
  double sineTo(double px, double py) {
    double tx = px - x;
    double ty = py - y;
    double distance = Math.hypot(tx, ty);
    return distance < 1e-6 ? 0 : Math.abs(tx * dy - ty * dx) / distance;
  }
}
