package org.brandimage.spi.brief;

import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;

/**
 * A rectangle of the canvas that stays free of products, such as the place of a headline or a logo.
 * All numbers are shares of the canvas' width or height, so one zone fits every size.
 *
 * @param x the left edge, from 0 to below 1
 * @param y the top edge, from 0 to below 1
 * @param width above 0; {@code x + width} is at most 1
 * @param height above 0; {@code y + height} is at most 1
 */
public record SafeZone(double x, double y, double width, double height) {
  /** Shares written with decimals may add up to a little more than 1. */
  private static final double ROUNDING = 1e-9;

  /**
   * Checks the values.
   *
   * @throws InvalidInputException when the rectangle is empty or extends beyond the canvas
   */
  public SafeZone {
    if (!within(x, width) || !within(y, height)) {
      throw new InvalidInputException(
          "safe zone",
          x + "," + y + " " + width + "x" + height,
          "give shares of the canvas from 0 to 1 that end within it");
    }
  }

  /**
   * {@return the smallest box that holds every pixel of a canvas that the zone touches}
   *
   * @param canvas the size of the picture
   */
  public Box on(Size canvas) {
    int left = first(x, canvas.width());
    int top = first(y, canvas.height());
    int right = Math.max(left + 1, end(x + width, canvas.width()));
    int bottom = Math.max(top + 1, end(y + height, canvas.height()));
    return new Box(left, top, right - left, bottom - top);
  }

  private static boolean within(double start, double length) {
    return start >= 0 && start < 1 && length > 0 && start + length <= 1 + ROUNDING;
  }

  private static int first(double share, int side) {
    return Math.min(side - 1, (int) Math.floor(share * side + ROUNDING));
  }

  private static int end(double share, int side) {
    return Math.min(side, (int) Math.ceil(share * side - ROUNDING));
  }
}
