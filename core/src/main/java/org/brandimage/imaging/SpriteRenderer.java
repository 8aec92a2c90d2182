package org.brandimage.imaging;

import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * The making of sprites: a cut-out is resized in linear light, then rotated about its centre by
 * sharpened bilinear interpolation on premultiplied levels. Without rotation the sprite is exactly
 * what {@link Resampler#resize} gives, and exactly the cut-out when the size is right too.
 *
 * <p>A rotation costs four source pixels a target pixel and works in twice the memory of the
 * upright product, so a sprite is best made once and put many times. Stateless and thread-safe.
 */
public final class SpriteRenderer {
  // Slack for sums that are whole in exact arithmetic: 1e-9 px is far below any visible coverage.
  private static final double SLACK = 1e-9;

  private SpriteRenderer() {}

  /**
   * Renders a sprite.
   *
   * @param cutout the upright product
   * @param width of the upright product on the canvas, at least 1
   * @param height of the upright product on the canvas, at least 1
   * @param rotation degrees, positive is counter-clockwise
   * @return the sprite, {@link #rotatedSize} large
   * @throws IllegalArgumentException when a side is below 1 or the rotation is not finite
   */
  public static Sprite render(RasterImage cutout, int width, int height, double rotation) {
    checkFinite(rotation);
    Sprite upright = Resampler.sprite(cutout, new Size(width, height));
    return rotation % 360 == 0
        ? upright
        : new Rotation(new RotationSource(upright), rotation).sprite();
  }

  /**
   * Returns the size of the smallest rectangle of whole pixels that holds a rotated one.
   *
   * @param width of the upright rectangle, at least 1
   * @param height of the upright rectangle, at least 1
   * @param rotation degrees
   * @return the size; the same on every machine
   * @throws IllegalArgumentException when a side is below 1 or the rotation is not finite
   */
  public static Size rotatedSize(int width, int height, double rotation) {
    checkFinite(rotation);
    Size upright = new Size(width, height);
    double cos = Math.abs(cosine(rotation));
    double sin = Math.abs(sine(rotation));
    return new Size(
        (int) Math.ceil(upright.width() * cos + upright.height() * sin - SLACK),
        (int) Math.ceil(upright.width() * sin + upright.height() * cos - SLACK));
  }

  /** Returns the cosine of an angle in degrees, exact at right angles. */
  static double cosine(double degrees) {
    return sine(degrees % 360 + 90);
  }

  /** Returns the sine of an angle in degrees, exact at right angles. */
  static double sine(double degrees) {
    double turn = degrees % 360;
    if (turn % 90 == 0) {
      int quarter = Math.floorMod((int) (turn / 90), 4);
      return quarter == 1 ? 1 : quarter == 3 ? -1 : 0;
    }
    return StrictMath.sin(StrictMath.toRadians(turn));
  }

  private static void checkFinite(double rotation) {
    if (!Double.isFinite(rotation)) {
      throw new IllegalArgumentException("rotation must be finite: " + rotation);
    }
  }
}
