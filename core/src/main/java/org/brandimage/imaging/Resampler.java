package org.brandimage.imaging;

import java.util.Arrays;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * The change of a picture's size. Pixels are averaged as linear light with premultiplied alpha, so
 * that fine patterns keep their brightness and transparent pixels lend no colour to an edge.
 * Shrinking is antialiased: from half size down every target pixel is the exact area average of
 * what it covers; otherwise a Catmull-Rom cubic is used, stretched when it shrinks.
 *
 * <p>Two separable passes; one pass over the source, and a few rows of four floats a target column
 * beside the result. Stateless and thread-safe; results do not depend on the machine.
 */
public final class Resampler {
  private Resampler() {}

  /**
   * Resizes a picture; its shape changes when the sides change by different factors.
   *
   * @param image the picture
   * @param target the new size
   * @return the resized picture; the very same one when the size is already right
   */
  public static RasterImage resize(RasterImage image, Size target) {
    if (image.size().equals(target)) {
      return image;
    }
    double across = (double) image.width() / target.width();
    double down = (double) image.height() / target.height();
    return resample(
        image,
        AxisWeights.of(image.width(), target.width(), 0, across),
        AxisWeights.of(image.height(), target.height(), 0, down));
  }

  /**
   * Resizes a picture without changing its shape so that it just covers the target, and cuts what
   * sticks out, equally on both sides.
   *
   * @param image the picture
   * @param target the new size
   * @return the resized picture; the very same one when the size is already right
   */
  public static RasterImage cover(RasterImage image, Size target) {
    if (image.size().equals(target)) {
      return image;
    }
    double scale =
        Math.min(
            (double) image.width() / target.width(), (double) image.height() / target.height());
    double left = Math.max(0, (image.width() - target.width() * scale) / 2);
    double top = Math.max(0, (image.height() - target.height() * scale) / 2);
    return resample(
        image,
        AxisWeights.of(image.width(), target.width(), left, scale),
        AxisWeights.of(image.height(), target.height(), top, scale));
  }

  private static RasterImage resample(RasterImage image, AxisWeights across, AxisWeights down) {
    Size target = new Size(across.length(), down.length());
    int[] result = new int[Math.toIntExact(target.pixels())];
    if (down.area()) {
      averageRows(image, across, down, result);
    } else {
      filterRows(image, across, down, result);
    }
    return RasterImage.adopt(target, result);
  }

  /** Columns first: adding whole rows is cheap, and few rows are left to be filtered. */
  private static void averageRows(
      RasterImage image, AxisWeights across, AxisWeights down, int[] result) {
    int[] pixels = new int[image.width()];
    float[] light = new float[image.width() * 4];
    float[] sum = new float[image.width() * 4];
    float[] filtered = new float[across.length() * 4];
    int held = -1;
    for (int y = 0; y < down.length(); y++) {
      Arrays.fill(sum, 0);
      for (int k = 0; k < down.count(y); k++) {
        // Neighbours share one row at most: the last of one is the first of the next.
        if (held != down.start(y) + k) {
          held = down.start(y) + k;
          image.copyRow(held, pixels);
          LinearLight.premultiplied(pixels, pixels.length, light, 0);
        }
        add(light, down.weight(y, k), sum);
      }
      across.filter(sum, filtered);
      pack(filtered, result, y * across.length(), across.length());
    }
  }

  /** Rows first: each source row is filtered once and lives in a ring while it is asked for. */
  private static void filterRows(
      RasterImage image, AxisWeights across, AxisWeights down, int[] result) {
    float[][] ring = new float[down.taps()][across.length() * 4];
    int[] pixels = new int[image.width()];
    float[] light = new float[image.width() * 4];
    float[] sum = new float[across.length() * 4];
    int next = 0;
    for (int y = 0; y < down.length(); y++) {
      next = Math.max(next, down.start(y));
      for (; next < down.start(y) + down.count(y); next++) {
        image.copyRow(next, pixels);
        LinearLight.premultiplied(pixels, pixels.length, light, 0);
        across.filter(light, ring[next % ring.length]);
      }
      Arrays.fill(sum, 0);
      for (int k = 0; k < down.count(y); k++) {
        add(ring[(down.start(y) + k) % ring.length], down.weight(y, k), sum);
      }
      pack(sum, result, y * across.length(), across.length());
    }
  }

  private static void add(float[] row, float weight, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * row[i];
    }
  }

  private static void pack(float[] light, int[] argb, int offset, int count) {
    for (int i = 0; i < count; i++) {
      argb[offset + i] =
          LinearLight.pixel(light[i * 4], light[i * 4 + 1], light[i * 4 + 2], light[i * 4 + 3]);
    }
  }
}
