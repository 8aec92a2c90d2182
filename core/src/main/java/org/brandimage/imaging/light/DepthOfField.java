package org.brandimage.imaging.light;

import org.brandimage.imaging.raster.SrgbTransfer;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A background seen through a lens that is focused on the ground in front: rows at and below the
 * focus are crisp, rows above it grow softer up to a limit. It sets a product apart from a busy
 * background. The blur is made in linear light, so bright points stay bright as they spread.
 * Immutable and thread-safe; holds the background and half as many bytes as that has.
 */
public final class DepthOfField {
  private static final int FRACTION = 4;
  private static final int CHANNELS = 3;

  private final RasterImage background;

  /** For red, green and blue a half soft and a soft plane; none when nothing grows soft. */
  private final FloatImage[] half;

  private final FloatImage[] soft;

  private DepthOfField(RasterImage background, double sigma) {
    this.background = background;
    if (sigma < 0.5) {
      this.half = new FloatImage[0];
      this.soft = half;
      return;
    }
    this.half = reduced(background);
    this.soft = new FloatImage[CHANNELS];
    for (int channel = 0; channel < CHANNELS; channel++) {
      soft[channel] = half[channel].copy();
      half[channel].blurExtended(0.45 * sigma / FRACTION);
      soft[channel].blurExtended(sigma / FRACTION);
    }
  }

  /**
   * {@return a background prepared to be seen through a lens; {@link #focused} blurs it} It costs
   * one pass over its pixels and a few over a sixteenth of them.
   *
   * @param background the background, opaque
   * @param amount the largest deviation of the blur as a share of the shorter side, from 0 (none)
   *     to 0.05
   * @throws IllegalArgumentException when the amount is out of range
   */
  public static DepthOfField of(RasterImage background, double amount) {
    if (!(amount >= 0 && amount <= 0.05)) {
      throw new IllegalArgumentException("amount must be from 0 to 0.05: " + amount);
    }
    return new DepthOfField(background, amount * Math.min(background.width(), background.height()));
  }

  /**
   * {@return a copy of the background that is softer the farther above the focus, or the background
   * itself when the blur is less than half a pixel} It costs one pass over the pixels above the
   * focus.
   *
   * @param focusRow the lowest row that may be soft, as a share of the height; nothing is crisp
   *     above 1.3
   */
  public RasterImage focused(double focusRow) {
    if (soft.length == 0) {
      return background;
    }
    int[] target = background.toArgb();
    Size size = background.size();
    float[][] lines = new float[2 * CHANNELS][half[0].width() + 2];
    for (int y = 0; y < size.height(); y++) {
      float softness = softness((y + 0.5) / size.height(), focusRow);
      if (softness == 0) {
        break;
      }
      float row = (y + 0.5f) / FRACTION - 0.5f;
      for (int channel = 0; channel < CHANNELS; channel++) {
        half[channel].interpolateRow(row, lines[channel]);
        soft[channel].interpolateRow(row, lines[CHANNELS + channel]);
      }
      mix(target, y, size.width(), softness, lines);
    }
    return RasterImage.adopt(size, target);
  }

  /** From 0 at the focus to 1 well above it. */
  private static float softness(double share, double focusRow) {
    double t = Math.max(0, Math.min(1, (focusRow - share) / 0.30));
    return (float) (t * t * (3 - 2 * t));
  }

  /** Sharp to half soft to soft, so that no sharp picture shines through a very soft one. */
  private static void mix(int[] target, int y, int width, float softness, float[][] lines) {
    float first = Math.min(1, softness * 2.5f);
    float second = Math.max(0, (softness - 0.4f) / 0.6f);
    for (int x = 0; x < width; x++) {
      // Lines have a column more in front, so the place is never negative.
      float column = (x + 0.5f) / FRACTION + 0.5f;
      int left = (int) column;
      float share = column - left;
      int pixel = target[y * width + x];
      float threshold = SrgbTransfer.threshold(x, y);
      int mixed = pixel >>> 24;
      for (int channel = 0; channel < CHANNELS; channel++) {
        float sharp = SrgbTransfer.toLinear(pixel >> (16 - 8 * channel) & 255);
        float halfSoft = between(lines[channel], left, share);
        float value = sharp + (halfSoft - sharp) * first;
        if (second > 0) {
          value += (between(lines[CHANNELS + channel], left, share) - halfSoft) * second;
        }
        mixed = mixed << 8 | (int) (SrgbTransfer.toLevel(value) + threshold);
      }
      target[y * width + x] = mixed;
    }
  }

  private static float between(float[] line, int left, float share) {
    return line[left] + (line[left + 1] - line[left]) * share;
  }

  /** The mean light of blocks of pixels, by channel. */
  private static FloatImage[] reduced(RasterImage picture) {
    int width = -Math.floorDiv(-picture.width(), FRACTION);
    int height = -Math.floorDiv(-picture.height(), FRACTION);
    FloatImage[] planes = new FloatImage[CHANNELS];
    for (int channel = 0; channel < CHANNELS; channel++) {
      planes[channel] = new FloatImage(width, height);
    }
    int[] row = new int[picture.width()];
    for (int y = 0; y < picture.height(); y++) {
      picture.copyRow(y, row);
      int block = y / FRACTION;
      int rows = Math.min(FRACTION, picture.height() - block * FRACTION);
      for (int x = 0; x < row.length; x++) {
        int cell = block * width + x / FRACTION;
        int columns = Math.min(FRACTION, row.length - x / FRACTION * FRACTION);
        float share = 1f / (rows * columns);
        planes[0].values()[cell] += SrgbTransfer.toLinear(row[x] >> 16 & 255) * share;
        planes[1].values()[cell] += SrgbTransfer.toLinear(row[x] >> 8 & 255) * share;
        planes[2].values()[cell] += SrgbTransfer.toLinear(row[x] & 255) * share;
      }
    }
    return planes;
  }
}
