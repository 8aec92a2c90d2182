package org.brandimage.spi.image;

/**
 * A width and a height in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record Size(int width, int height) {
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

  /**
   * Returns the number of pixels.
   *
   * @return width times height, without overflow
   */
  public long pixels() {
    return (long) width * height;
  }

  /**
   * Returns the box that covers the whole size.
   *
   * @return a box at the origin
   */
  public Box bounds() {
    return new Box(0, 0, width, height);
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
