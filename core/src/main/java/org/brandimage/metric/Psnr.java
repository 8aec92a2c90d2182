package org.brandimage.metric;

import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;

/**
 * Peak signal-to-noise ratio in decibels: 10 log10(255² / mean squared error), the error taken over
 * the red, green and blue channels of gamma-encoded sRGB. From 0 upwards, infinite for equal
 * pictures; higher is more alike. Pure and thread-safe; one pass.
 */
public final class Psnr {
  private Psnr() {}

  /**
   * Returns the ratio of two pictures.
   *
   * @param first one picture; transparent parts count as over white
   * @param second another of the same size
   * @return decibels, {@link Double#POSITIVE_INFINITY} when the pictures are equal
   * @throws IllegalArgumentException when the sizes differ
   */
  public static double of(RasterImage first, RasterImage second) {
    Sizes.check(first.size(), second.size(), 1);
    RasterImage one = first.over(Ground.WHITE);
    RasterImage other = second.over(Ground.WHITE);
    long error = 0;
    int[] a = new int[first.width()];
    int[] b = new int[first.width()];
    for (int y = 0; y < first.height(); y++) {
      one.copyRow(y, a);
      other.copyRow(y, b);
      for (int x = 0; x < a.length; x++) {
        error += squaredDifference(a[x], b[x]);
      }
    }
    return decibels(error, first.size().pixels());
  }

  /**
   * Returns the ratio of the pixels that a mask keeps.
   *
   * @param first one picture; transparent parts count as over white
   * @param second another of the same size
   * @param mask of the same size
   * @return decibels, {@link Double#POSITIVE_INFINITY} when the kept pixels are equal
   * @throws IllegalArgumentException when the sizes differ or nothing is kept
   */
  public static double masked(RasterImage first, RasterImage second, Mask mask) {
    Sizes.check(first.size(), second.size(), 1);
    Sizes.check(first.size(), mask.size(), 1);
    java.util.BitSet kept = mask.toBits();
    if (kept.isEmpty()) {
      throw new IllegalArgumentException("the mask must keep a pixel: " + mask);
    }
    RasterImage one = first.over(Ground.WHITE);
    RasterImage other = second.over(Ground.WHITE);
    long error = 0;
    int width = first.width();
    for (int bit = kept.nextSetBit(0); bit >= 0; bit = kept.nextSetBit(bit + 1)) {
      int y = bit / width;
      int x = bit - y * width;
      error += squaredDifference(one.argb(x, y), other.argb(x, y));
    }
    return decibels(error, kept.cardinality());
  }

  private static int squaredDifference(int a, int b) {
    int red = (a >> 16 & 255) - (b >> 16 & 255);
    int green = (a >> 8 & 255) - (b >> 8 & 255);
    int blue = (a & 255) - (b & 255);
    return red * red + green * green + blue * blue;
  }

  private static double decibels(long error, long pixels) {
    return error == 0
        ? Double.POSITIVE_INFINITY
        : 10 * Math.log10(255.0 * 255.0 * 3 * pixels / error);
  }
}
