package org.brandimage.metric;

import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/** Grey pictures made from integer formulas, and what may happen to them; the same everywhere. */
final class TestPictures {
  private TestPictures() {}

  static int[] texture(int width, int height) {
    int[] grey = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int stripes = 40 * ((x / 24 + y / 24) % 2);
        grey[y * width + x] = ((x * x + 3 * y * y) / 97 + stripes + (7 * x + 11 * y) % 31) % 256;
      }
    }
    return grey;
  }

  static int[] gradient(int width, int height) {
    int[] grey = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        grey[y * width + x] = (x * 255) / (width - 1) * 3 / 4 + (y * 255) / (height - 1) / 4;
      }
    }
    return grey;
  }

  static int[] distorted(int[] grey, int width, String distortion) {
    int[] result = new int[grey.length];
    int state = 1;
    for (int i = 0; i < grey.length; i++) {
      int v = grey[i];
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      result[i] =
          switch (distortion) {
            case "noise" -> clamp(v + ((state >> 16) & 0xff) % 25 - 12);
            case "plus12" -> clamp(v + 12);
            case "quant32" -> v / 32 * 32 + 16;
            case "shift3" -> grey[i - i % width + Math.floorMod(i % width - 3, width)];
            case "contrast" -> v * 3 / 4 + 32;
            default -> throw new IllegalArgumentException(distortion);
          };
    }
    return result;
  }

  static RasterImage picture(int[] grey, int width) {
    int[] argb = new int[grey.length];
    for (int i = 0; i < grey.length; i++) {
      argb[i] = 0xff000000 | grey[i] * 0x010101;
    }
    return RasterImage.adopt(new Size(width, grey.length / width), argb);
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }
}
