package org.brandimage.imaging.light;

import org.brandimage.imaging.raster.SrgbTransfer;
import org.brandimage.spi.image.RasterImage;

/** One application of a {@link GradeLook} to a picture. */
final class GradePass {
  private static final int RED = 16;
  private static final int GREEN = 8;
  private static final int SAMPLING = 4;

  private final GradeLook look;
  private final double side;
  private final float[][] curves = new float[3][256];

  private GradePass(GradeLook look, double side, double dimming) {
    this.look = look;
    this.side = side;
    GradeLook.Gains gains = look.gains();
    double[] channels = {gains.red(), gains.green(), gains.blue()};
    for (int channel = 0; channel < channels.length; channel++) {
      for (int level = 0; level < 256; level++) {
        curves[channel][level] = curve(level, channels[channel] * dimming);
      }
    }
  }

  /** Prepares a look for one picture. */
  static GradePass of(GradeLook look, double side, RasterImage picture) {
    double graded = meanLuminance(picture) * look.gains().luminance();
    return new GradePass(look, side, graded > look.ceiling() ? look.ceiling() / graded : 1);
  }

  private static double meanLuminance(RasterImage picture) {
    int[] row = new int[picture.width()];
    double sum = 0;
    long pixels = 0;
    for (int y = 0; y < picture.height(); y += SAMPLING) {
      picture.copyRow(y, row);
      for (int x = 0; x < row.length; x += SAMPLING) {
        sum += SrgbTransfer.luminance(row[x]);
        pixels++;
      }
    }
    return sum / pixels;
  }

  /** Gain in linear light with a soft shoulder, then contrast around the middle grey level. */
  private float curve(int level, double gain) {
    double lit = SrgbTransfer.toLinear(level) * gain;
    double rolled = lit <= 0.7 ? lit : 0.7 + 0.3 * (1 - Math.exp(-(lit - 0.7) / 0.3));
    double v = SrgbTransfer.toLevel((float) rolled) / 255.0;
    return (float) Math.max(0, Math.min(1, v + look.contrast() * 4 * v * (1 - v) * (v - 0.45)));
  }

  RasterImage apply(RasterImage picture) {
    int width = picture.width();
    int height = picture.height();
    int[] pixels = picture.toArgb();
    float[] across = glowAcross(width);
    for (int y = 0; y < height; y++) {
      double v = 2.0 * y / height - 1;
      float glowDown = (float) Math.exp(-Math.pow((v + 0.12) / 0.55, 2));
      for (int x = 0; x < width; x++) {
        double u = 2.0 * x / width - 1;
        float corner = (float) (1 - look.vignette() * Math.pow((u * u + v * v) / 2, 1.3));
        int i = y * width + x;
        pixels[i] = graded(pixels[i], across[x] * glowDown, corner, x, y);
      }
    }
    return RasterImage.adopt(picture.size(), pixels);
  }

  private float[] glowAcross(int width) {
    float[] across = new float[width];
    for (int x = 0; x < width; x++) {
      double u = 2.0 * x / width - 1;
      across[x] = (float) (look.glowAmount() * Math.exp(-Math.pow((u - 0.8 * side) / 0.95, 2)));
    }
    return across;
  }

  private int graded(int argb, float glow, float corner, int x, int y) {
    float r = curves[0][argb >> RED & 255];
    float g = curves[1][argb >> GREEN & 255];
    float b = curves[2][argb & 255];
    float luma = 0.2126f * r + 0.7152f * g + 0.0722f * b;
    float dark = (float) look.tint() * (1 - luma) * (1 - luma);
    float bright = (float) look.tint() * luma * luma;
    int red = channel(r, luma, dark, bright, glow, corner, RED, x, y);
    int green = channel(g, luma, dark, bright, glow, corner, GREEN, x, y);
    int blue = channel(b, luma, dark, bright, glow, corner, 0, x, y);
    return (argb & 0xFF000000) | red << RED | green << GREEN | blue;
  }

  private int channel(
      float value,
      float luma,
      float dark,
      float bright,
      float glow,
      float corner,
      int shift,
      int x,
      int y) {
    float v = luma + (value - luma) * (float) look.saturation();
    float shadow = (look.shadows() >> shift & 255) / 255f;
    float highlight = (look.highlights() >> shift & 255) / 255f;
    v += dark * (shadow - luma) * 0.6f + bright * (highlight - v);
    v = Math.max(0, Math.min(1, v));
    v = 1 - (1 - v) * (1 - glow * (look.glow() >> shift & 255) / 255f * (0.25f + 0.75f * luma));
    return SrgbTransfer.dither(255 * v * corner, x, y);
  }
}
