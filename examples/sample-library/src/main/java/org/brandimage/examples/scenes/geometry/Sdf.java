package org.brandimage.examples.scenes.geometry;

/**
 * A signed distance field: negative inside, positive outside, metres. A field may underestimate
 * distances but must not overestimate them much (else the ray steps through the surface; see {@link
 * #safe}). The combinations follow Inigo Quilez' articles on distance functions. Implementations
 * must be pure.
 */
@FunctionalInterface
public interface Sdf {

  /**
   * The signed distance to the surface.
   *
   * @param x right, metres
   * @param y up, metres
   * @param z towards the viewer, metres
   * @return the distance in metres, negative inside
   */
  double distance(double x, double y, double z);

  /**
   * The union of this and others.
   *
   * @param others further bodies
   * @return the union
   */
  default Sdf and(Sdf... others) {
    Sdf first = this;
    Sdf[] rest = others.clone();
    return (x, y, z) -> {
      double d = first.distance(x, y, z);
      for (Sdf s : rest) {
        d = Math.min(d, s.distance(x, y, z));
      }
      return d;
    };
  }

  /**
   * The union with a fillet where the two bodies meet (quadratic polynomial smooth minimum).
   *
   * @param o the other body
   * @param k the width of the fillet, metres
   * @return the blended union
   */
  default Sdf blend(Sdf o, double k) {
    return (x, y, z) -> smoothMin(distance(x, y, z), o.distance(x, y, z), k);
  }

  /**
   * This body without another.
   *
   * @param o what to cut away
   * @return the difference
   */
  default Sdf minus(Sdf o) {
    return (x, y, z) -> Math.max(distance(x, y, z), -o.distance(x, y, z));
  }

  /**
   * This body without another, with a rounded rim.
   *
   * @param o what to cut away
   * @param k the width of the rounding, metres
   * @return the difference
   */
  default Sdf minus(Sdf o, double k) {
    return (x, y, z) -> -smoothMin(-distance(x, y, z), o.distance(x, y, z), k);
  }

  /**
   * The part that lies in both bodies.
   *
   * @param o the other body
   * @return the intersection
   */
  default Sdf within(Sdf o) {
    return (x, y, z) -> Math.max(distance(x, y, z), o.distance(x, y, z));
  }

  /**
   * The part that lies in both bodies, with a rounded rim.
   *
   * @param o the other body
   * @param k the width of the rounding, metres
   * @return the intersection
   */
  default Sdf within(Sdf o, double k) {
    return (x, y, z) -> -smoothMin(-distance(x, y, z), -o.distance(x, y, z), k);
  }

  /**
   * This body moved.
   *
   * @param dx right
   * @param dy up
   * @param dz towards the viewer
   * @return the moved body
   */
  default Sdf moved(double dx, double dy, double dz) {
    return (x, y, z) -> distance(x - dx, y - dy, z - dz);
  }

  /**
   * This body placed (rotated, scaled, moved).
   *
   * @param t the placement
   * @return the placed body
   */
  default Sdf placed(Transform t) {
    return (x, y, z) -> {
      Vec p = t.pointBack(new Vec(x, y, z));
      return distance(p.x(), p.y(), p.z()) * t.scale();
    };
  }

  /**
   * This body grown by a radius, which rounds its edges.
   *
   * @param r the radius, metres
   * @return the rounded body
   */
  default Sdf rounded(double r) {
    return (x, y, z) -> distance(x, y, z) - r;
  }

  /**
   * A shell of this body's surface.
   *
   * @param thickness the wall's thickness, metres, half on either side
   * @return the hollow body
   */
  default Sdf shell(double thickness) {
    return (x, y, z) -> Math.abs(distance(x, y, z)) - thickness / 2;
  }

  /**
   * This body cut at the origin and pulled apart along the axes.
   *
   * @param hx half the added length along x
   * @param hy half the added length along y
   * @param hz half the added length along z
   * @return the elongated body
   */
  default Sdf elongated(double hx, double hy, double hz) {
    return (x, y, z) ->
        distance(x - clamp(x, -hx, hx), y - clamp(y, -hy, hy), z - clamp(z, -hz, hz));
  }

  /**
   * This body and its mirror image in the plane x = 0; model the half with x ≥ 0.
   *
   * @return the symmetric body
   */
  default Sdf mirrorX() {
    return (x, y, z) -> distance(Math.abs(x), y, z);
  }

  /**
   * This body and its mirror image in the plane z = 0; model the half with z ≥ 0.
   *
   * @return the symmetric body
   */
  default Sdf mirrorZ() {
    return (x, y, z) -> distance(x, y, Math.abs(z));
  }

  /**
   * This body with a relief: the surface is moved outward by the field's value.
   *
   * @param relief the height of the relief in metres at each point; keep its slope below one half
   * @return the displaced body
   */
  default Sdf relief(Field relief) {
    return (x, y, z) -> distance(x, y, z) - relief.at(x, y, z);
  }

  /**
   * This body with shorter ray steps, for fields that overestimate distances.
   *
   * @param factor the part of each distance that is safe to go, 0..1
   * @return the same surface
   */
  default Sdf safe(double factor) {
    return (x, y, z) -> distance(x, y, z) * factor;
  }

  /**
   * This body behind a bounding box: far from the box the box's distance is answered instead. Worth
   * it for each costly part of a union.
   *
   * @param box a box that holds the whole body
   * @return the same body, faster
   */
  default Sdf boxed(Bounds box) {
    double near = 0.15 * box.size().max();
    return (x, y, z) -> {
      double d = box.distance(x, y, z);
      return d > near ? d : distance(x, y, z);
    };
  }

  /**
   * The smooth minimum of two distances.
   *
   * @param a a distance
   * @param b a distance
   * @param k the width of the blend
   * @return at most the smaller of both
   */
  static double smoothMin(double a, double b, double k) {
    double h = Math.max(k - Math.abs(a - b), 0) / k;
    return Math.min(a, b) - h * h * k * 0.25;
  }

  /**
   * A value limited to a range.
   *
   * @param v the value
   * @param lo the lowest result
   * @param hi the highest result
   * @return the limited value
   */
  static double clamp(double v, double lo, double hi) {
    return v < lo ? lo : v > hi ? hi : v;
  }
}
