package org.brandimage.examples.scenes.geometry;

/** A signed distance field in the plane, to extrude or revolve. Implementations must be pure. */
@FunctionalInterface
public interface Outline {

  /**
   * The signed distance to the line.
   *
   * @param x right, metres
   * @param y up, metres
   * @return the distance, negative inside
   */
  double distance(double x, double y);

  /**
   * A disc.
   *
   * @param r the radius
   * @return the outline
   */
  static Outline disc(double r) {
    return (x, y) -> Math.sqrt(x * x + y * y) - r;
  }

  /**
   * A rectangle with rounded corners within the given size.
   *
   * @param hx half the width
   * @param hy half the height
   * @param r the radius of the corners
   * @return the outline
   */
  static Outline rectangle(double hx, double hy, double r) {
    return (x, y) -> {
      double dx = Math.abs(x) - hx + r;
      double dy = Math.abs(y) - hy + r;
      double ox = Math.max(dx, 0);
      double oy = Math.max(dy, 0);
      return Math.sqrt(ox * ox + oy * oy) + Math.min(Math.max(dx, dy), 0) - r;
    };
  }

  /**
   * A closed polygon.
   *
   * @param xy the corners as x0, y0, x1, y1, …; at least three
   * @return the outline (exact distance; cost grows with the corners)
   */
  static Outline polygon(double... xy) {
    return new PolygonOutline(xy);
  }

  /**
   * A closed smooth curve through the given points (centripetal-like Catmull-Rom, sampled as a
   * polygon).
   *
   * @param perSpan segments per span, 4 to 16
   * @param xy the points as x0, y0, x1, y1, …; at least three
   * @return the outline
   */
  static Outline spline(int perSpan, double... xy) {
    return new PolygonOutline(Curve.closed(perSpan, xy));
  }

  /**
   * A line of constant width through the given points: a wall's profile, a strap.
   *
   * @param width the full width, round ends
   * @param xy the points as x0, y0, x1, y1, …; at least two (smooth them with {@link Curve#open})
   * @return the outline
   */
  static Outline stroke(double width, double... xy) {
    if (xy.length < 4 || xy.length % 2 != 0) {
      throw new IllegalArgumentException(
          "a stroke needs pairs for two points, had " + xy.length + " numbers");
    }
    double[] p = xy.clone();
    return (x, y) -> {
      double best = Double.MAX_VALUE;
      for (int i = 0; i + 3 < p.length; i += 2) {
        best = Math.min(best, PolygonOutline.toSegment2(x, y, p[i], p[i + 1], p[i + 2], p[i + 3]));
      }
      return Math.sqrt(best) - width / 2;
    };
  }

  /**
   * The union of this and another.
   *
   * @param o the other outline
   * @return the union
   */
  default Outline and(Outline o) {
    return (x, y) -> Math.min(distance(x, y), o.distance(x, y));
  }

  /**
   * This without another.
   *
   * @param o what to cut away
   * @return the difference
   */
  default Outline minus(Outline o) {
    return (x, y) -> Math.max(distance(x, y), -o.distance(x, y));
  }

  /**
   * This outline moved.
   *
   * @param dx right
   * @param dy up
   * @return the moved outline
   */
  default Outline moved(double dx, double dy) {
    return (x, y) -> distance(x - dx, y - dy);
  }

  /**
   * This outline grown by a margin, which rounds its corners.
   *
   * @param by the margin
   * @return the grown outline
   */
  default Outline grown(double by) {
    return (x, y) -> distance(x, y) - by;
  }
}
