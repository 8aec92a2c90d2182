package org.brandimage.imaging.raster;

import org.brandimage.spi.brief.Rgb;

/**
 * A colour in CIE 1976 L*a*b* for the D65 white of sRGB (CIE 15:2004; matrix of IEC 61966-2-1).
 *
 * @param l lightness, 0 to 100
 * @param a green to red
 * @param b blue to yellow
 */
public record Lab(double l, double a, double b) {
  private static final double EPSILON = 216.0 / 24_389;
  private static final double KAPPA = 24_389.0 / 27;

  /**
   * {@return an sRGB colour in CIELAB}
   *
   * @param rgb the colour
   */
  public static Lab of(Rgb rgb) {
    return of((rgb.red() << 16) | (rgb.green() << 8) | rgb.blue());
  }

  /**
   * {@return the colour of a pixel}
   *
   * @param argb the pixel as {@code 0xAARRGGBB}; its alpha is ignored
   */
  public static Lab of(int argb) {
    double red = LinearLight.linear(argb >> 16 & 255);
    double green = LinearLight.linear(argb >> 8 & 255);
    double blue = LinearLight.linear(argb & 255);
    double x = curve((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
    double y = curve(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue);
    double z = curve((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883);
    return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
  }

  /** {@return the chroma, which is the distance from grey, at least 0} */
  public double chroma() {
    return Math.hypot(a, b);
  }

  /**
   * Returns the CIE 1976 colour difference.
   *
   * @param other another colour
   * @return the Euclidean distance; about 2.3 is just noticeable
   */
  public double difference(Lab other) {
    double dl = l - other.l;
    double da = a - other.a;
    double db = b - other.b;
    return Math.sqrt(dl * dl + da * da + db * db);
  }

  private static double curve(double t) {
    return t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116;
  }
}
