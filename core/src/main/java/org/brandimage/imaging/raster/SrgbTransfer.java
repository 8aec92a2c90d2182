package org.brandimage.imaging.raster;

/**
 * The sRGB transfer function as tables: 8-bit levels to linear light and back (IEC 61966-2-1).
 * Light adds and multiplies in linear values only: a shadow that halves the levels of a picture
 * removes far more than half of its light. Stateless and thread-safe.
 */
public final class SrgbTransfer {
  private static final int STEPS = 4096;
  private static final float[] LEVEL = new float[STEPS + 2];

  static {
    for (int i = 0; i < LEVEL.length; i++) {
      LEVEL[i] = (float) (255 * LinearLight.encoded(Math.min(1, i / (double) STEPS)));
    }
  }

  private SrgbTransfer() {}

  /**
   * {@return the linear light of a level, from 0 to 1}
   *
   * @param level from 0 to 255
   */
  public static float toLinear(int level) {
    return LinearLight.linear(level);
  }

  /**
   * Returns the level of a linear value, not rounded, so that the caller may dither. It is within
   * 0.02 levels of the formula.
   *
   * @param linear clamped to 0 to 1
   * @return from 0 to 255
   */
  public static float toLevel(float linear) {
    float place = Math.max(0, Math.min(1, linear)) * STEPS;
    int i = (int) place;
    return LEVEL[i] + (place - i) * (LEVEL[i + 1] - LEVEL[i]);
  }

  /**
   * Returns the linear luminance of a colour (ITU-R BT.709 weights); its alpha is ignored.
   *
   * @param argb the colour as {@code 0xAARRGGBB}
   * @return from 0 to 1
   */
  public static float luminance(int argb) {
    return 0.2126f * LinearLight.linear(argb >> 16 & 255)
        + 0.7152f * LinearLight.linear(argb >> 8 & 255)
        + 0.0722f * LinearLight.linear(argb & 255);
  }

  /**
   * Rounds a level to a whole one with a fixed pattern of thresholds, so that smooth gradients do
   * not show bands: interleaved gradient noise (J. Jimenez, "Next Generation Post Processing in
   * Call of Duty: Advanced Warfare", SIGGRAPH 2014).
   *
   * @param level from 0 to 255
   * @param x the pixel's column
   * @param y the pixel's row
   * @return the level below or above, from 0 to 255
   */
  public static int dither(float level, int x, int y) {
    return Math.max(0, Math.min(255, (int) (level + threshold(x, y))));
  }

  /**
   * Returns what {@link #dither} adds to a level before it is cut to a whole one.
   *
   * @param x the pixel's column
   * @param y the pixel's row
   * @return from 0 to below 1
   */
  public static float threshold(int x, int y) {
    float inner = 0.06711056f * x + 0.00583715f * y;
    float noise = 52.982918f * (inner - (float) Math.floor(inner));
    return noise - (float) Math.floor(noise);
  }
}
