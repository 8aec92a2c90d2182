package org.brandimage.imaging.raster;

/**
 * Tables between 8-bit sRGB levels and linear light from 0 to 1 (IEC 61966-2-1). Averages of pixels
 * are averages of light, so they are taken on linear values. Immutable.
 */
final class LinearLight {
  private static final int STEPS = 65_535;
  private static final float[] TO_LINEAR = linearLevels();
  private static final byte[] TO_SRGB = srgbSteps();

  private LinearLight() {}

  /** Returns the linear light of an sRGB level from 0 to 255. */
  static float linear(int level) {
    return TO_LINEAR[level];
  }

  /** Returns the nearest sRGB level of a linear light; light outside 0 to 1 is clamped. */
  static int srgb(float light) {
    float step = light * STEPS + 0.5f;
    return TO_SRGB[step < 0 ? 0 : step > STEPS ? STEPS : (int) step] & 255;
  }

  /**
   * Writes pixels as premultiplied linear light: red, green, blue, alpha, each from 0 to 1.
   *
   * @param argb straight-alpha sRGB
   * @param from the first pixel
   * @param to the pixel after the last
   * @param light where to, four values a pixel, each at four times its pixel's index
   */
  static void premultiplied(int[] argb, int from, int to, float[] light) {
    for (int i = from; i < to; i++) {
      int pixel = argb[i];
      float alpha = (pixel >>> 24) * (1 / 255f);
      light[i * 4] = TO_LINEAR[pixel >> 16 & 255] * alpha;
      light[i * 4 + 1] = TO_LINEAR[pixel >> 8 & 255] * alpha;
      light[i * 4 + 2] = TO_LINEAR[pixel & 255] * alpha;
      light[i * 4 + 3] = alpha;
    }
  }

  /**
   * Writes premultiplied linear light as pixels.
   *
   * @param light four values a pixel
   * @param from the first pixel
   * @param to the pixel after the last
   * @param argb where to
   * @param offset where pixel 0 goes
   */
  static void pack(float[] light, int from, int to, int[] argb, int offset) {
    for (int i = from; i < to; i++) {
      argb[offset + i] = pixel(light[i * 4], light[i * 4 + 1], light[i * 4 + 2], light[i * 4 + 3]);
    }
  }

  /** Returns the pixel of a premultiplied linear light; what rounds to no alpha is 0. */
  static int pixel(float red, float green, float blue, float alpha) {
    int level = (int) (alpha * 255 + 0.5f);
    if (level <= 0) {
      return 0;
    }
    float straight = 1 / alpha;
    return Math.min(level, 255) << 24
        | srgb(red * straight) << 16
        | srgb(green * straight) << 8
        | srgb(blue * straight);
  }

  private static float[] linearLevels() {
    float[] table = new float[256];
    for (int level = 0; level < 256; level++) {
      double v = level / 255.0;
      table[level] = (float) (v <= 0.04045 ? v / 12.92 : StrictMath.pow((v + 0.055) / 1.055, 2.4));
    }
    return table;
  }

  private static byte[] srgbSteps() {
    byte[] table = new byte[STEPS + 1];
    for (int step = 0; step <= STEPS; step++) {
      table[step] = (byte) Math.round(encoded((double) step / STEPS) * 255);
    }
    return table;
  }

  /** Returns the sRGB value of a linear light by the formula; both from 0 to 1. */
  static double encoded(double light) {
    return light <= 0.0031308 ? 12.92 * light : 1.055 * StrictMath.pow(light, 1 / 2.4) - 0.055;
  }
}
