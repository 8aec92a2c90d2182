package org.brandimage.local.scenery;

import org.brandimage.imaging.raster.SrgbTransfer;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A smooth picture in linear light at a fraction of its final size: painted cheaply, then enlarged
 * with dithering so that no gradient shows bands. Not thread-safe.
 */
final class LightField {
  private final Size target;
  private final int width;
  private final int height;
  private final float[] light;

  /**
   * Creates a black field.
   *
   * @param target the size of the picture it becomes
   * @param longestSide of the field in pixels
   */
  LightField(Size target, int longestSide) {
    this.target = target;
    double scale = Math.min(1, longestSide / (double) Math.max(target.width(), target.height()));
    this.width = Math.max(2, (int) Math.round(target.width() * scale));
    this.height = Math.max(2, (int) Math.round(target.height() * scale));
    this.light = new float[3 * width * height];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Sets one channel (0 red, 1 green, 2 blue) of a pixel. */
  void set(int x, int y, int channel, double value) {
    light[3 * (y * width + x) + channel] = (float) value;
  }

  /** Adds light to a pixel. */
  void add(int x, int y, double[] colour, double amount) {
    int i = 3 * (y * width + x);
    for (int channel = 0; channel < 3; channel++) {
      light[i + channel] += (float) (colour[channel] * amount);
    }
  }

  /** The linear channels of a colour. */
  static double[] linear(int rgb) {
    return new double[] {
      SrgbTransfer.toLinear(rgb >> 16 & 255),
      SrgbTransfer.toLinear(rgb >> 8 & 255),
      SrgbTransfer.toLinear(rgb & 255)
    };
  }

  /** Enlarges the field; highlights roll off instead of clipping. */
  RasterImage develop() {
    int[] argb = new int[(int) target.pixels()];
    float[] above = new float[3 * target.width()];
    for (int y = 0; y < target.height(); y++) {
      double row = (y + 0.5) * height / target.height() - 0.5;
      interpolateRow(row, above);
      for (int x = 0; x < target.width(); x++) {
        int red = level(above[3 * x], x, y);
        int green = level(above[3 * x + 1], x, y);
        int blue = level(above[3 * x + 2], x, y);
        argb[y * target.width() + x] = 0xFF000000 | red << 16 | green << 8 | blue;
      }
    }
    return RasterImage.adopt(target, argb);
  }

  private static int level(float light, int x, int y) {
    double rolled = light <= 0.75 ? light : 0.75 + 0.25 * (1 - Math.exp(-(light - 0.75) / 0.25));
    return SrgbTransfer.dither(SrgbTransfer.toLevel((float) rolled), x, y);
  }

  private void interpolateRow(double row, float[] into) {
    int top = (int) Math.max(0, Math.min(height - 2, Math.floor(row)));
    float down = (float) Math.max(0, Math.min(1, row - top));
    for (int x = 0; x < target.width(); x++) {
      double column = (x + 0.5) * width / target.width() - 0.5;
      int left = (int) Math.max(0, Math.min(width - 2, Math.floor(column)));
      float across = (float) Math.max(0, Math.min(1, column - left));
      int i = 3 * (top * width + left);
      int j = i + 3 * width;
      for (int channel = 0; channel < 3; channel++) {
        float upper = light[i + channel] * (1 - across) + light[i + 3 + channel] * across;
        float lower = light[j + channel] * (1 - across) + light[j + 3 + channel] * across;
        into[3 * x + channel] = upper + (lower - upper) * down;
      }
    }
  }
}
