package org.brandimage.examples.scenes.geometry;

/**
 * A placement: rotation and uniform scale, then translation. Each method returns a new placement
 * that does what this one does and then the named step. Immutable.
 */
public final class Transform {

  private static final Transform IDENTITY =
      new Transform(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 1, Vec.ZERO);

  private final double[] r;
  private final double scale;
  private final Vec shift;

  private Transform(double[] r, double scale, Vec shift) {
    this.r = r;
    this.scale = scale;
    this.shift = shift;
  }

  /**
   * The placement that moves nothing.
   *
   * @return the identity
   */
  public static Transform identity() {
    return IDENTITY;
  }

  /**
   * A translation.
   *
   * @param x right, metres
   * @param y up, metres
   * @param z towards the viewer, metres
   * @return the placement
   */
  public static Transform at(double x, double y, double z) {
    return IDENTITY.shifted(x, y, z);
  }

  /**
   * This, then a translation.
   *
   * @param x right, metres
   * @param y up, metres
   * @param z towards the viewer, metres
   * @return the new placement
   */
  public Transform shifted(double x, double y, double z) {
    return new Transform(r, scale, shift.plus(new Vec(x, y, z)));
  }

  /**
   * This, then a uniform scale about the origin.
   *
   * @param s the factor, above 0
   * @return the new placement
   */
  public Transform scaled(double s) {
    if (!(s > 0)) {
      throw new IllegalArgumentException("scale must be above 0, was " + s);
    }
    return new Transform(r, scale * s, shift.times(s));
  }

  /**
   * This, then a rotation about the x axis.
   *
   * @param degrees counter-clockwise seen from +x
   * @return the new placement
   */
  public Transform turnedX(double degrees) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    return turned(new double[] {1, 0, 0, 0, c, -s, 0, s, c});
  }

  /**
   * This, then a rotation about the y axis.
   *
   * @param degrees counter-clockwise seen from above
   * @return the new placement
   */
  public Transform turnedY(double degrees) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    return turned(new double[] {c, 0, s, 0, 1, 0, -s, 0, c});
  }

  /**
   * This, then a rotation about the z axis.
   *
   * @param degrees counter-clockwise seen from the viewer
   * @return the new placement
   */
  public Transform turnedZ(double degrees) {
    double c = Math.cos(Math.toRadians(degrees));
    double s = Math.sin(Math.toRadians(degrees));
    return turned(new double[] {c, -s, 0, s, c, 0, 0, 0, 1});
  }

  private Transform turned(double[] q) {
    double[] m = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        m[i * 3 + j] = q[i * 3] * r[j] + q[i * 3 + 1] * r[3 + j] + q[i * 3 + 2] * r[6 + j];
      }
    }
    return new Transform(m, scale, rotate(q, shift));
  }

  /**
   * The placed point.
   *
   * @param p a point of the object
   * @return where it is in the scene
   */
  public Vec point(Vec p) {
    return rotate(r, p.times(scale)).plus(shift);
  }

  /**
   * Turns a direction of the object.
   *
   * @param d a direction of the object
   * @return the direction in the scene
   */
  public Vec direction(Vec d) {
    return rotate(r, d);
  }

  /**
   * Takes a point of the scene back to the object.
   *
   * @param p a point of the scene
   * @return the point of the object
   */
  public Vec pointBack(Vec p) {
    return unrotate(p.minus(shift)).times(1 / scale);
  }

  /**
   * Turns a direction of the scene back.
   *
   * @param d a direction of the scene
   * @return the direction of the object
   */
  public Vec directionBack(Vec d) {
    return unrotate(d);
  }

  /** {@return how much larger the object is in the scene} */
  public double scale() {
    return scale;
  }

  private static Vec rotate(double[] m, Vec p) {
    return new Vec(
        m[0] * p.x() + m[1] * p.y() + m[2] * p.z(),
        m[3] * p.x() + m[4] * p.y() + m[5] * p.z(),
        m[6] * p.x() + m[7] * p.y() + m[8] * p.z());
  }

  private Vec unrotate(Vec p) {
    return new Vec(
        r[0] * p.x() + r[3] * p.y() + r[6] * p.z(),
        r[1] * p.x() + r[4] * p.y() + r[7] * p.z(),
        r[2] * p.x() + r[5] * p.y() + r[8] * p.z());
  }
}
