package org.brandimage.local.vision;

import java.util.Random;
import org.brandimage.spi.image.RasterImage;

/** Worse copies of a picture, to see whether a ranker notices. */
final class PhotoDistortions {
  private PhotoDistortions() {}

  /** Adds Gaussian noise of so many levels. */
  static RasterImage noisy(RasterImage image, double levels) {
    Random random = new Random(7);
    return changed(image, value -> value + levels * random.nextGaussian());
  }

  /** Multiplies every level. */
  static RasterImage darkened(RasterImage image, double factor) {
    return changed(image, value -> value * factor);
  }

  /** Blurs by three box averages each way, near a Gaussian. */
  static RasterImage blurred(RasterImage image, int radius) {
    int[] argb = image.toArgb();
    for (int round = 0; round < 3; round++) {
      argb = box(argb, image.width(), image.height(), radius, 1);
      argb = box(argb, image.width(), image.height(), radius, image.width());
    }
    return RasterImage.adopt(image.size(), argb);
  }

  private static int[] box(int[] argb, int width, int height, int radius, int step) {
    int[] result = new int[argb.length];
    int along = step == 1 ? width : height;
    for (int i = 0; i < argb.length; i++) {
      int position = step == 1 ? i % width : i / width;
      int first = Math.max(0, position - radius);
      int last = Math.min(along - 1, position + radius);
      int[] sums = new int[3];
      for (int p = first; p <= last; p++) {
        int pixel = argb[i + (p - position) * step];
        sums[0] += (pixel >> 16) & 0xFF;
        sums[1] += (pixel >> 8) & 0xFF;
        sums[2] += pixel & 0xFF;
      }
      int count = last - first + 1;
      result[i] = 0xFF000000 | (sums[0] / count) << 16 | (sums[1] / count) << 8 | (sums[2] / count);
    }
    return result;
  }

  private static RasterImage changed(
      RasterImage image, java.util.function.DoubleUnaryOperator change) {
    int[] argb = image.toArgb();
    for (int i = 0; i < argb.length; i++) {
      int pixel = 0xFF;
      for (int shift = 16; shift >= 0; shift -= 8) {
        double level = change.applyAsDouble((argb[i] >> shift) & 0xFF);
        pixel = pixel << 8 | (int) Math.max(0, Math.min(255, Math.round(level)));
      }
      argb[i] = pixel;
    }
    return RasterImage.adopt(image.size(), argb);
  }
}
