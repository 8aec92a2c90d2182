package org.brandimage.examples.scenes.geometry;

/**
 * A triple of doubles: a point or direction in metres (y up), or a linear sRGB colour. Immutable.
 *
 * @param x right, or red
 * @param y up, or green
 * @param z towards the viewer, or blue
 */
public record Vec(double x, double y, double z) {

  /** The origin, or black. */
  public static final Vec ZERO = new Vec(0, 0, 0);

  /** All ones, or white. */
  public static final Vec ONE = new Vec(1, 1, 1);

  /** The upward direction. */
  public static final Vec UP = new Vec(0, 1, 0);

  /**
   * A vector of the given components.
   *
   * @param x right, or red
   * @param y up, or green
   * @param z towards the viewer, or blue
   * @return the vector
   */
  public static Vec of(double x, double y, double z) {
    return new Vec(x, y, z);
  }

  /**
   * A grey, or a vector with three equal components.
   *
   * @param value the component
   * @return the vector
   */
  public static Vec grey(double value) {
    return new Vec(value, value, value);
  }

  /**
   * The linear colour of an sRGB hex triple.
   *
   * @param rgb 0xRRGGBB
   * @return the colour, components 0..1
   */
  public static Vec srgb(int rgb) {
    return new Vec(linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255));
  }

  private static double linear(int byteValue) {
    double c = byteValue / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  /**
   * The sum.
   *
   * @param o the other vector
   * @return this + o
   */
  public Vec plus(Vec o) {
    return new Vec(x + o.x, y + o.y, z + o.z);
  }

  /**
   * The difference.
   *
   * @param o the other vector
   * @return this − o
   */
  public Vec minus(Vec o) {
    return new Vec(x - o.x, y - o.y, z - o.z);
  }

  /**
   * The scaled vector.
   *
   * @param s the factor
   * @return this × s
   */
  public Vec times(double s) {
    return new Vec(x * s, y * s, z * s);
  }

  /**
   * The componentwise product.
   *
   * @param o the other vector
   * @return this × o
   */
  public Vec times(Vec o) {
    return new Vec(x * o.x, y * o.y, z * o.z);
  }

  /**
   * A point along a direction.
   *
   * @param direction the direction
   * @param t how far
   * @return this + direction × t
   */
  public Vec along(Vec direction, double t) {
    return new Vec(x + direction.x * t, y + direction.y * t, z + direction.z * t);
  }

  /**
   * The scalar product.
   *
   * @param o the other vector
   * @return this · o
   */
  public double dot(Vec o) {
    return x * o.x + y * o.y + z * o.z;
  }

  /**
   * The vector product.
   *
   * @param o the other vector
   * @return this × o
   */
  public Vec cross(Vec o) {
    return new Vec(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
  }

  /**
   * The Euclidean length.
   *
   * @return the length
   */
  public double length() {
    return Math.sqrt(x * x + y * y + z * z);
  }

  /**
   * The direction of unit length; a zero vector stays zero.
   *
   * @return the unit vector
   */
  public Vec unit() {
    double l = length();
    return l > 0 ? times(1 / l) : this;
  }

  /**
   * The opposite vector.
   *
   * @return −this
   */
  public Vec negated() {
    return new Vec(-x, -y, -z);
  }

  /**
   * A linear blend.
   *
   * @param o the other end
   * @param f 0 gives this, 1 gives the other; clamped
   * @return the blend
   */
  public Vec mix(Vec o, double f) {
    double g = f < 0 ? 0 : f > 1 ? 1 : f;
    return new Vec(x + (o.x - x) * g, y + (o.y - y) * g, z + (o.z - z) * g);
  }

  /**
   * The Rec. 709 luminance of this colour.
   *
   * @return the luminance
   */
  public double luminance() {
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  }

  /**
   * The largest component.
   *
   * @return the maximum
   */
  public double max() {
    return Math.max(x, Math.max(y, z));
  }

  /** {@return true when all three numbers are finite} */
  public boolean finite() {
    return Double.isFinite(x + y + z);
  }
}
