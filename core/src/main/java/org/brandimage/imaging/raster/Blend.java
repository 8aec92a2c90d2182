package org.brandimage.imaging.raster;

/**
 * The "over" operator on straight-alpha pixels (Porter and Duff, "Compositing digital images",
 * 1984), on the sRGB levels as they are, the way browsers and image viewers show a PNG. Every
 * channel is rounded to the nearest level.
 */
public final class Blend {
  private Blend() {}

  /**
   * Returns the front pixel over the back pixel.
   *
   * @param front the upper pixel as {@code 0xAARRGGBB}
   * @param back the lower pixel
   * @return the blended pixel
   */
  public static int over(int front, int back) {
    int alpha = front >>> 24;
    if (alpha == 255 || back >>> 24 == 0) {
      return alpha == 0 ? back : front;
    }
    if (alpha == 0) {
      return back;
    }
    return back >>> 24 == 255
        ? overOpaque(front, back, alpha)
        : overTranslucent(front, back, alpha);
  }

  /**
   * Returns the front pixel over an opaque back pixel, with another alpha for the front.
   *
   * @param front the upper pixel; its own alpha is ignored
   * @param back the lower pixel; its alpha is taken for 255
   * @param alpha that of the front, from 0 to 255
   * @return the blended pixel, opaque
   */
  public static int overOpaque(int front, int back, int alpha) {
    int rest = 255 - alpha;
    int red = rounded((front >> 16 & 255) * alpha + (back >> 16 & 255) * rest);
    int green = rounded((front >> 8 & 255) * alpha + (back >> 8 & 255) * rest);
    int blue = rounded((front & 255) * alpha + (back & 255) * rest);
    return 0xFF000000 | red << 16 | green << 8 | blue;
  }

  private static int overTranslucent(int front, int back, int alpha) {
    int near = alpha * 255;
    int far = (back >>> 24) * (255 - alpha);
    int both = near + far;
    int red = ((front >> 16 & 255) * near + (back >> 16 & 255) * far + both / 2) / both;
    int green = ((front >> 8 & 255) * near + (back >> 8 & 255) * far + both / 2) / both;
    int blue = ((front & 255) * near + (back & 255) * far + both / 2) / both;
    return rounded(both) << 24 | red << 16 | green << 8 | blue;
  }

  /** Returns a value from 0 to 65,025 divided by 255, rounded to nearest, without a division. */
  private static int rounded(int value) {
    int biased = value + 128;
    return (biased + (biased >> 8)) >> 8;
  }
}
