package org.brandimage.spi.brief;

import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.image.Size;

/**
 * The size of a finished picture in pixels.
 *
 * @param width pixels, from 64 to 8,192
 * @param height pixels, from 64 to 8,192
 */
public record CanvasSize(int width, int height) {
  /** The shortest side allowed, in pixels. */
  public static final int SHORTEST_SIDE = 64;

  /** The longest side allowed, in pixels. */
  public static final int LONGEST_SIDE = 8192;

  /**
   * Checks the values.
   *
   * @throws InvalidInputException when a side is outside 64 to 8,192
   */
  public CanvasSize {
    if (Math.min(width, height) < SHORTEST_SIDE || Math.max(width, height) > LONGEST_SIDE) {
      throw new InvalidInputException(
          "canvas",
          width + "x" + height,
          "give each side from " + SHORTEST_SIDE + " to " + LONGEST_SIDE + " pixels");
    }
  }

  /**
   * Reads a size such as {@code 1024x768}.
   *
   * @param text width and height in pixels, separated by {@code x}
   * @return the size
   * @throws InvalidInputException when the text has another form, or a side is outside 64 to 8,192
   */
  public static CanvasSize parse(String text) {
    if (!text.matches("\\d{1,9}x\\d{1,9}")) {
      throw new InvalidInputException("canvas", text, "write it as WIDTHxHEIGHT, like 1024x768");
    }
    int x = text.indexOf('x');
    return new CanvasSize(
        Integer.parseInt(text.substring(0, x)), Integer.parseInt(text.substring(x + 1)));
  }

  /** {@return the size in pixels} */
  public Size size() {
    return new Size(width, height);
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
