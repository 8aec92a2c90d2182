package org.brandimage.examples.scenes.geometry;

/** Basic bodies as signed distance fields, centred on the origin unless said otherwise. */
public final class Primitives {

  private Primitives() {}

  /**
   * A ball.
   *
   * @param r the radius
   * @return the body
   */
  public static Sdf ball(double r) {
    return (x, y, z) -> Math.sqrt(x * x + y * y + z * z) - r;
  }

  /**
   * A box with rounded edges; the radius is within the given size.
   *
   * @param hx half the width
   * @param hy half the height
   * @param hz half the depth
   * @param r the radius of the edges, 0 for sharp ones
   * @return the body
   */
  public static Sdf box(double hx, double hy, double hz, double r) {
    return (x, y, z) -> {
      double dx = Math.abs(x) - hx + r;
      double dy = Math.abs(y) - hy + r;
      double dz = Math.abs(z) - hz + r;
      double ox = Math.max(dx, 0);
      double oy = Math.max(dy, 0);
      double oz = Math.max(dz, 0);
      return Math.sqrt(ox * ox + oy * oy + oz * oz)
          + Math.min(Math.max(dx, Math.max(dy, dz)), 0)
          - r;
    };
  }

  /**
   * A rod with round ends between two points, thinning or thickening evenly.
   *
   * @param a one end's centre
   * @param b the other end's centre
   * @param ra the radius at a
   * @param rb the radius at b
   * @return the body (a slight underestimate of distance when the radii differ)
   */
  public static Sdf capsule(Vec a, Vec b, double ra, double rb) {
    Vec ab = b.minus(a);
    double length2 = Math.max(ab.dot(ab), 1e-12);
    double slope = Math.abs(ra - rb) / Math.sqrt(length2);
    double safe = 1 / Math.sqrt(1 + slope * slope);
    return (x, y, z) -> {
      double px = x - a.x();
      double py = y - a.y();
      double pz = z - a.z();
      double h = Sdf.clamp((px * ab.x() + py * ab.y() + pz * ab.z()) / length2, 0, 1);
      double dx = px - ab.x() * h;
      double dy = py - ab.y() * h;
      double dz = pz - ab.z() * h;
      return (Math.sqrt(dx * dx + dy * dy + dz * dz) - ra - (rb - ra) * h) * safe;
    };
  }

  /**
   * A tube of round cross-section along a polyline: laces, straps, cables, handles.
   *
   * @param radius the radius
   * @param points at least two points
   * @return the body
   */
  public static Sdf tube(double radius, Vec... points) {
    if (points.length < 2) {
      throw new IllegalArgumentException("a tube needs two points, had " + points.length);
    }
    Sdf[] parts = new Sdf[points.length - 1];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = capsule(points[i], points[i + 1], radius, radius);
    }
    return parts[0].and(parts);
  }

  /**
   * An upright cylinder with rounded rims; the rounding is within the given size.
   *
   * @param radius the radius
   * @param half half the height
   * @param r the radius of the rims
   * @return the body
   */
  public static Sdf cylinder(double radius, double half, double r) {
    return (x, y, z) -> {
      double dx = Math.sqrt(x * x + z * z) - radius + r;
      double dy = Math.abs(y) - half + r;
      double ox = Math.max(dx, 0);
      double oy = Math.max(dy, 0);
      return Math.sqrt(ox * ox + oy * oy) + Math.min(Math.max(dx, dy), 0) - r;
    };
  }

  /**
   * A lying ring about the y axis.
   *
   * @param radius the distance of the ring's core from the axis
   * @param thickness the radius of the ring's cross-section
   * @return the body
   */
  public static Sdf torus(double radius, double thickness) {
    return (x, y, z) -> {
      double q = Math.sqrt(x * x + z * z) - radius;
      return Math.sqrt(q * q + y * y) - thickness;
    };
  }

  /**
   * An ellipsoid (a first-order approximation of the distance).
   *
   * @param rx half axis along x
   * @param ry half axis along y
   * @param rz half axis along z
   * @return the body
   */
  public static Sdf ellipsoid(double rx, double ry, double rz) {
    double least = Math.min(rx, Math.min(ry, rz));
    return (x, y, z) -> {
      double ax = x / rx;
      double ay = y / ry;
      double az = z / rz;
      double k0 = Math.sqrt(ax * ax + ay * ay + az * az);
      double bx = ax / rx;
      double by = ay / ry;
      double bz = az / rz;
      double k1 = Math.sqrt(bx * bx + by * by + bz * bz);
      return k1 < 1e-9 ? -least : k0 * (k0 - 1) / k1;
    };
  }

  /**
   * The half space below a plane y = height.
   *
   * @param height the plane's height
   * @return the body
   */
  public static Sdf below(double height) {
    return (x, y, z) -> y - height;
  }

  /**
   * An outline in the xy plane pulled along z, centred, with rounded edges grown onto it.
   *
   * @param outline the outline
   * @param half half the depth along z, the rounding included
   * @param r the radius of the edges; the outline grows by nothing
   * @return the body
   */
  public static Sdf extrude(Outline outline, double half, double r) {
    return (x, y, z) -> {
      double dx = outline.distance(x, y) + r;
      double dy = Math.abs(z) - half + r;
      double ox = Math.max(dx, 0);
      double oy = Math.max(dy, 0);
      return Math.sqrt(ox * ox + oy * oy) + Math.min(Math.max(dx, dy), 0) - r;
    };
  }

  /**
   * An outline turned about the y axis: the outline's x is the distance from the axis.
   *
   * @param outline the outline, x ≥ 0
   * @return the body
   */
  public static Sdf revolve(Outline outline) {
    return (x, y, z) -> outline.distance(Math.sqrt(x * x + z * z), y);
  }
}
