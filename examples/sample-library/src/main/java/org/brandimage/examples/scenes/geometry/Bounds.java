package org.brandimage.examples.scenes.geometry;

import java.util.Objects;

/**
 * An axis-aligned box in metres.
 *
 * @param min the lowest corner
 * @param max the highest corner
 */
public record Bounds(Vec min, Vec max) {

  /** Checks that the box is not inside out. */
  public Bounds {
    if (!(min.x() <= max.x() && min.y() <= max.y() && min.z() <= max.z())) {
      throw new IllegalArgumentException("bounds are inside out: " + min + " to " + max);
    }
  }

  /**
   * The box between two corners.
   *
   * @param x0 lowest x
   * @param y0 lowest y
   * @param z0 lowest z
   * @param x1 highest x
   * @param y1 highest y
   * @param z1 highest z
   * @return the box
   */
  public static Bounds of(double x0, double y0, double z0, double x1, double y1, double z1) {
    return new Bounds(new Vec(x0, y0, z0), new Vec(x1, y1, z1));
  }

  /**
   * The box around a centre.
   *
   * @param centre the centre
   * @param half the half extents
   * @return the box
   */
  public static Bounds around(Vec centre, Vec half) {
    return new Bounds(centre.minus(half), centre.plus(half));
  }

  /**
   * The smallest box that holds this and another.
   *
   * @param o the other box
   * @return the union
   */
  public Bounds union(Bounds o) {
    return of(
        Math.min(min.x(), o.min.x()),
        Math.min(min.y(), o.min.y()),
        Math.min(min.z(), o.min.z()),
        Math.max(max.x(), o.max.x()),
        Math.max(max.y(), o.max.y()),
        Math.max(max.z(), o.max.z()));
  }

  /**
   * This box with a margin on every side.
   *
   * @param by the margin in metres
   * @return the grown box
   */
  public Bounds grow(double by) {
    return new Bounds(min.minus(Vec.grey(by)), max.plus(Vec.grey(by)));
  }

  /**
   * The centre.
   *
   * @return the centre
   */
  public Vec centre() {
    return min.plus(max).times(0.5);
  }

  /**
   * The extents.
   *
   * @return width, height and depth
   */
  public Vec size() {
    return max.minus(min);
  }

  /** The signed distance of a point to the box. */
  double distance(double px, double py, double pz) {
    double dx = Math.max(min.x() - px, px - max.x());
    double dy = Math.max(min.y() - py, py - max.y());
    double dz = Math.max(min.z() - pz, pz - max.z());
    double ox = Math.max(dx, 0);
    double oy = Math.max(dy, 0);
    double oz = Math.max(dz, 0);
    return Math.sqrt(ox * ox + oy * oy + oz * oz) + Math.min(Math.max(dx, Math.max(dy, dz)), 0);
  }

  /**
   * Places this box.
   *
   * @param transform the placement
   * @return the box of its eight corners after that
   */
  public Bounds placed(Transform transform) {
    Bounds out = null;
    for (int i = 0; i < 8; i++) {
      Vec corner =
          new Vec(
              (i & 1) == 0 ? min.x() : max.x(),
              (i & 2) == 0 ? min.y() : max.y(),
              (i & 4) == 0 ? min.z() : max.z());
      Vec p = transform.point(corner);
      Bounds single = new Bounds(p, p);
      out = out == null ? single : out.union(single);
    }
    return Objects.requireNonNull(out);
  }
}
