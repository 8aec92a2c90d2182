package org.brandimage.metric;

import org.brandimage.spi.brief.Rgb;

/**
 * A colour in CIELAB under the standard illuminant D65 and the 2° observer, the white of sRGB.
 *
 * @param l lightness, 0 (black) to 100 (white)
 * @param a green (negative) to red (positive), about -128 to 127
 * @param b blue (negative) to yellow (positive), about -128 to 127
 */
public record Lab(double l, double a, double b) {
  /** CIE 15: (6/29)³ and the slope below it. */
  private static final double EPSILON = 216.0 / 24389.0;

  private static final double KAPPA = 24389.0 / 27.0;
  private static final double[] LINEAR = linear();

  /**
   * Returns an sRGB colour in CIELAB, by the curve of IEC 61966-2-1 and the matrix to XYZ that
   * follows from its primaries with the white of ASTM E308 (0.95047, 1, 1.08883).
   *
   * @param rgb the colour
   * @return the same colour
   */
  public static Lab of(Rgb rgb) {
    return of((rgb.red() << 16) | (rgb.green() << 8) | rgb.blue());
  }

  /**
   * Returns a packed sRGB colour in CIELAB.
   *
   * @param argb as {@code 0xAARRGGBB}; alpha is ignored
   * @return the same colour
   */
  public static Lab of(int argb) {
    double r = LINEAR[argb >> 16 & 255];
    double g = LINEAR[argb >> 8 & 255];
    double b = LINEAR[argb & 255];
    double x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    double y = curve(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    double z = curve((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
  }

  /** {@return the chroma, which is the distance from grey, at least 0} */
  public double chroma() {
    return Math.hypot(a, b);
  }

  private static double curve(double t) {
    return t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116;
  }

  private static double[] linear() {
    double[] linear = new double[256];
    for (int i = 0; i < 256; i++) {
      double c = i / 255.0;
      linear[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
    return linear;
  }
}
