package org.brandimage.spi.image;

import java.util.Optional;

/**
 * A rectangle of whole pixels; it may lie partly outside a picture.
 *
 * @param x the left column
 * @param y the top row
 * @param width at least 1
 * @param height at least 1
 */
public record Box(int x, int y, int width, int height) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when a side is below 1, or the right or lower edge is beyond
   *     the range of an {@code int}
   */
  public Box {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("box must be at least 1x1: " + width + "x" + height);
    }
    if ((long) x + width > Integer.MAX_VALUE || (long) y + height > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "box must end within int: " + x + "," + y + " " + width + "x" + height);
    }
  }

  /** {@return the first column to the right of the box: x plus width} */
  public int right() {
    return x + width;
  }

  /** {@return the first row below the box: y plus height} */
  public int bottom() {
    return y + height;
  }

  /** {@return the box's width and height} */
  public Size size() {
    return new Size(width, height);
  }

  /**
   * {@return the part that this box and another share, or empty when they do not overlap}
   *
   * @param other the other box
   */
  public Optional<Box> intersect(Box other) {
    int left = Math.max(x, other.x);
    int top = Math.max(y, other.y);
    int right = Math.min(right(), other.right());
    int bottom = Math.min(bottom(), other.bottom());
    // Compared, not subtracted: far from each other, the difference would leave int.
    return right <= left || bottom <= top
        ? Optional.empty()
        : Optional.of(new Box(left, top, right - left, bottom - top));
  }

  /**
   * {@return whether another box lies wholly within this one: true when no pixel of it is outside}
   *
   * @param other the other box
   */
  public boolean contains(Box other) {
    return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
  }

  /**
   * {@return a copy of this box at another place}
   *
   * @param dx columns to the right, negative to the left; {@code x + dx} must be within {@code int}
   * @param dy rows down, negative up; {@code y + dy} must be within {@code int}
   * @throws IllegalArgumentException when the right or lower edge would be beyond the range of an
   *     {@code int}
   */
  public Box translated(int dx, int dy) {
    return new Box(x + dx, y + dy, width, height);
  }

  /**
   * {@return this box with a border added on every side}
   *
   * @param border pixels to add; negative shrinks towards the centre, to at least one pixel
   * @throws ArithmeticException when a side would be beyond the range of an {@code int}
   * @throws IllegalArgumentException when the right or lower edge would be beyond the range of an
   *     {@code int}
   */
  public Box grown(int border) {
    int dx = Math.max(border, -((width - 1) / 2));
    int dy = Math.max(border, -((height - 1) / 2));
    return new Box(x - dx, y - dy, grown(width, border), grown(height, border));
  }

  private static int grown(int side, int border) {
    return Math.toIntExact(Math.max(1, side + 2L * border));
  }
}
