package org.brandimage.spi.image;

/**
 * A width and a height in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record Size(int width, int height) {
  // Tolerance for sums that are whole numbers in exact arithmetic.
  private static final double SLACK = 1e-9;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when a side is below 1
   */
  public Size {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("size must be at least 1x1: " + width + "x" + height);
    }
  }

  /** {@return the number of pixels: width times height, without overflow} */
  public long pixels() {
    return (long) width * height;
  }

  /** {@return the box at the origin that covers the whole size} */
  public Box bounds() {
    return new Box(0, 0, width, height);
  }

  /**
   * {@return the smallest size in whole pixels that holds a rectangle of this size when it is
   * rotated about its centre; the same on every machine}
   *
   * @param degrees the rotation; its direction makes no difference
   * @throws IllegalArgumentException when the rotation is not finite
   */
  public Size rotated(double degrees) {
    if (!Double.isFinite(degrees)) {
      throw new IllegalArgumentException("rotation must be finite: " + degrees);
    }
    double cos = Math.abs(Degrees.cos(degrees));
    double sin = Math.abs(Degrees.sin(degrees));
    return new Size(
        (int) Math.ceil(width * cos + height * sin - SLACK),
        (int) Math.ceil(width * sin + height * cos - SLACK));
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
