package org.brandimage.local.scenery;

/** The "over" operator on an opaque ground, on sRGB levels as image viewers do it. */
final class Opaque {
  private Opaque() {}

  /**
   * Lays one pixel over another.
   *
   * @param front straight alpha
   * @param back opaque
   * @return opaque; the front exactly when it is opaque, the back exactly when it is transparent
   */
  static int over(int front, int back) {
    int alpha = front >>> 24;
    if (alpha == 255 || alpha == 0) {
      return alpha == 0 ? back : front;
    }
    int red = mix(front >> 16 & 255, back >> 16 & 255, alpha);
    int green = mix(front >> 8 & 255, back >> 8 & 255, alpha);
    int blue = mix(front & 255, back & 255, alpha);
    return 0xFF000000 | red << 16 | green << 8 | blue;
  }

  private static int mix(int front, int back, int alpha) {
    return (front * alpha + back * (255 - alpha) + 127) / 255;
  }
}
