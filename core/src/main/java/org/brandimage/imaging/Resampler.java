package org.brandimage.imaging;

import java.util.Arrays;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * The change of a picture's size. Pixels are averaged as linear light with premultiplied alpha, so
 * that fine patterns keep their brightness and transparent pixels lend no colour to an edge.
 * Shrinking is antialiased: from 4/7 of the size down every target pixel is the exact area average
 * of what it covers; otherwise a Catmull-Rom cubic is used, stretched when it shrinks.
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
    return RasterImage.adopt(target, resizedPixels(image, target));
  }

  /** Returns the pixels of a resized picture in an array of the caller's own. */
  static int[] resizedPixels(RasterImage image, Size target) {
    if (image.size().equals(target)) {
      return image.toArgb();
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
    int[] argb =
        resample(
            image,
            AxisWeights.of(image.width(), target.width(), left, scale),
            AxisWeights.of(image.height(), target.height(), top, scale));
    return RasterImage.adopt(target, argb);
  }

  private static int[] resample(RasterImage image, AxisWeights across, AxisWeights down) {
    int[] result = new int[Math.multiplyExact(across.length(), down.length())];
    if (down.shrinks()) {
      averageRows(image, across, down, result);
    } else {
      filterRows(image, across, down, result);
    }
    return result;
  }

  /** Columns first: adding whole rows is cheap, and few rows are left to be filtered. */
  private static void averageRows(
      RasterImage image, AxisWeights across, AxisWeights down, int[] result) {
    LightRow[] ring = new LightRow[down.taps()];
    Arrays.setAll(ring, i -> new LightRow(image.width()));
    LightRow sum = new LightRow(image.width());
    float[] filtered = new float[across.length() * 4];
    int next = 0;
    for (int y = 0; y < down.length(); y++) {
      sum.clear();
      for (int k = 0; k < down.count(y); k++) {
        int source = down.start(y) + k;
        if (source >= next) {
          ring[source % ring.length].read(image, source);
          next = source + 1;
        }
        sum.add(ring[source % ring.length], down.weight(y, k));
      }
      int from = across.firstReached(sum.from());
      int to = across.firstBeyond(sum.to());
      across.filter(sum.light(), from, to, filtered);
      LinearLight.pack(filtered, from, to, result, y * across.length());
    }
  }

  /** Rows first: each source row is filtered once and lives in a ring while it is asked for. */
  private static void filterRows(
      RasterImage image, AxisWeights across, AxisWeights down, int[] result) {
    float[][] ring = new float[down.taps()][across.length() * 4];
    LightRow row = new LightRow(image.width());
    float[] sum = new float[across.length() * 4];
    int next = 0;
    for (int y = 0; y < down.length(); y++) {
      next = Math.max(next, down.start(y));
      for (; next < down.start(y) + down.count(y); next++) {
        row.read(image, next);
        across.filter(row.light(), 0, across.length(), ring[next % ring.length]);
      }
      Arrays.fill(sum, 0);
      for (int k = 0; k < down.count(y); k++) {
        add(ring[(down.start(y) + k) % ring.length], down.weight(y, k), sum);
      }
      LinearLight.pack(sum, 0, across.length(), result, y * across.length());
    }
  }

  private static void add(float[] row, float weight, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * row[i];
    }
  }
}
