package org.brandimage.spi.image;

/**
 * Sine and cosine of angles in degrees. They are exact at right angles and the same on every
 * machine, so that planners and renderers compute the same box for a rotation.
 */
public final class Degrees {
  private Degrees() {}

  /**
   * {@return the sine of an angle; exactly -1, 0 or 1 at multiples of 90}
   *
   * @param degrees the angle, finite
   */
  public static double sin(double degrees) {
    double turn = degrees % 360;
    if (turn % 90 == 0) {
      int quarter = Math.floorMod((int) (turn / 90), 4);
      return quarter == 1 ? 1 : quarter == 3 ? -1 : 0;
    }
    return StrictMath.sin(StrictMath.toRadians(turn));
  }

  /**
   * {@return the cosine of an angle; exactly -1, 0 or 1 at multiples of 90}
   *
   * @param degrees the angle, finite
   */
  public static double cos(double degrees) {
    return sin(degrees % 360 + 90);
  }
}
