package org.brandimage.imaging;

import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * The blur of a lens that is focused on the ground in front: rows at and below the focus are crisp,
 * rows above it grow softer up to a limit. It sets a product apart from a busy background.
 * Stateless and thread-safe.
 */
public final class DepthOfField {
  private static final int FRACTION = 4;

  private DepthOfField() {}

  /**
   * Returns a copy of a background that is softer the farther above the focus. The blur is made in
   * linear light, so bright points stay bright as they spread. Cost: a few passes over a sixteenth
   * of the pixels and one over all.
   *
   * @param background the background, opaque
   * @param focusRow the lowest row that may be soft, as a share of the height from 0 to 1
   * @param amount the largest deviation of the blur as a share of the shorter side, from 0 (none)
   *     to 0.05
   * @return the copy, or the background itself when the amount is 0
   * @throws IllegalArgumentException when the amount is out of range
   */
  public static RasterImage blur(RasterImage background, double focusRow, double amount) {
    if (!(amount >= 0 && amount <= 0.05)) {
      throw new IllegalArgumentException("amount must be from 0 to 0.05: " + amount);
    }
    double sigma = amount * Math.min(background.width(), background.height());
    if (sigma < 0.5) {
      return background;
    }
    int[] target = background.toArgb();
    float[] softness = softness(background.height(), focusRow);
    for (int shift = 16; shift >= 0; shift -= 8) {
      GreyPlane small = reduced(background, shift);
      GreyPlane half = copy(small);
      half.blurExtended(0.45 * sigma / FRACTION);
      small.blurExtended(sigma / FRACTION);
      mix(target, background.size(), new GreyPlane[] {half, small}, softness, shift);
    }
    return RasterImage.adopt(background.size(), target);
  }

  /** From 0 at the focus to 1 well above it. */
  private static float[] softness(int height, double focusRow) {
    float[] softness = new float[height];
    for (int y = 0; y < height; y++) {
      double above = (focusRow - (y + 0.5) / height) / 0.30;
      double t = Math.max(0, Math.min(1, above));
      softness[y] = (float) (t * t * (3 - 2 * t));
    }
    return softness;
  }

  private static GreyPlane reduced(RasterImage picture, int shift) {
    int width = -Math.floorDiv(-picture.width(), FRACTION);
    int height = -Math.floorDiv(-picture.height(), FRACTION);
    GreyPlane plane = new GreyPlane(width, height);
    int[] counts = new int[width * height];
    int[] row = new int[picture.width()];
    for (int y = 0; y < picture.height(); y++) {
      picture.copyRow(y, row);
      for (int x = 0; x < row.length; x++) {
        int cell = y / FRACTION * width + x / FRACTION;
        plane.values()[cell] += SrgbTransfer.toLinear(row[x] >> shift & 255);
        counts[cell]++;
      }
    }
    for (int cell = 0; cell < counts.length; cell++) {
      plane.values()[cell] /= counts[cell];
    }
    return plane;
  }

  private static GreyPlane copy(GreyPlane plane) {
    GreyPlane copy = new GreyPlane(plane.width(), plane.height());
    System.arraycopy(plane.values(), 0, copy.values(), 0, plane.values().length);
    return copy;
  }

  /** Sharp to half soft to soft, so that no sharp picture shines through a very soft one. */
  private static void mix(int[] target, Size size, GreyPlane[] soft, float[] softness, int shift) {
    for (int y = 0; y < size.height() && softness[y] > 0; y++) {
      float first = Math.min(1, softness[y] * 2.5f);
      float second = Math.max(0, (softness[y] - 0.4f) / 0.6f);
      for (int x = 0; x < size.width(); x++) {
        int i = y * size.width() + x;
        float column = (x + 0.5f) / FRACTION - 0.5f;
        float row = (y + 0.5f) / FRACTION - 0.5f;
        float sharp = SrgbTransfer.toLinear(target[i] >> shift & 255);
        float half = soft[0].interpolate(column, row);
        float value = sharp + (half - sharp) * first;
        value += second > 0 ? (soft[1].interpolate(column, row) - half) * second : 0;
        int level = SrgbTransfer.dither(SrgbTransfer.toLevel(value), x, y);
        target[i] = (target[i] & ~(255 << shift)) | level << shift;
      }
    }
  }
}
