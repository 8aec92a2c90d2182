package org.brandimage.spi.brief;

import java.util.Locale;
import org.brandimage.spi.error.InvalidInputException;

/**
 * An opaque sRGB colour of 8 bits a channel.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Rgb(int red, int green, int blue) {
  /**
   * Checks the values.
   *
   * @throws InvalidInputException when a channel is outside 0 to 255
   */
  public Rgb {
    if (((red | green | blue) & ~255) != 0) {
      throw new InvalidInputException(
          "colour", red + "," + green + "," + blue, "give each channel from 0 to 255");
    }
  }

  /**
   * Reads a colour such as {@code #1A2B3C}.
   *
   * @param hex six hexadecimal digits, with or without {@code #}
   * @return the colour
   * @throws InvalidInputException when the text is not six hexadecimal digits
   */
  public static Rgb parse(String hex) {
    String digits = hex.startsWith("#") ? hex.substring(1) : hex;
    if (!digits.matches("[0-9a-fA-F]{6}")) {
      throw new InvalidInputException("colour", hex, "write it as #RRGGBB");
    }
    int value = Integer.parseInt(digits, 16);
    return new Rgb(value >> 16, value >> 8 & 255, value & 255);
  }

  /**
   * {@return the colour as {@code #} and six upper-case hexadecimal digits, such as {@code
   * #1A2B3C}}
   */
  public String hex() {
    return String.format(Locale.ROOT, "#%02X%02X%02X", red, green, blue);
  }
}
