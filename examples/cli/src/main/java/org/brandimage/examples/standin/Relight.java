package org.brandimage.examples.standin;

import java.util.ArrayDeque;
import java.util.Random;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * What the stand-in does instead of generating: it lets light fall over the background that was
 * sent, and a soft shadow under what the mask keeps.
 */
final class Relight {
  private static final int BLACK = 0xFF000000;
  private static final double DARKEST = 0.55;
  private static final int TOLERANCE = 30;
  private static final int SHADOW_SHARE = 45;

  private Relight() {}

  /** Changes what is white in the mask and leaves what is black, bit by bit. */
  static RasterImage outpainted(RasterImage picture, RasterImage mask, long seed) {
    RasterImage lit = relit(picture, seed);
    float[] shadow = shadow(mask);
    int[] pixels = new int[Math.toIntExact(picture.size().pixels())];
    for (int y = 0, i = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++, i++) {
        pixels[i] =
            mask.argb(x, y) == BLACK
                ? picture.argb(x, y)
                : scaled(lit.argb(x, y), 1 - DARKEST * shadow[i]);
      }
    }
    return RasterImage.adopt(picture.size(), pixels);
  }

  /** Lets light fall over a picture from a side the seed chooses. */
  static RasterImage relit(RasterImage picture, long seed) {
    double angle = new Random(seed).nextDouble() * Math.PI;
    int[] pixels = picture.toArgb();
    for (int y = 0, i = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++, i++) {
        double across = (x / (double) picture.width() - 0.5) * Math.cos(angle);
        double down = (0.5 - y / (double) picture.height()) * Math.sin(angle);
        pixels[i] = scaled(pixels[i], 1 + 0.12 * (across + down));
      }
    }
    return RasterImage.adopt(picture.size(), pixels);
  }

  /** Returns an empty studio: all that text alone gets. */
  static RasterImage studio(Size size, long seed) {
    return relit(RasterImage.filled(size, 0xFFB8B4AC), seed);
  }

  /** Makes the ground that reaches the border transparent. */
  static RasterImage withoutGround(RasterImage photo) {
    int[] pixels = photo.toArgb();
    int ground = pixels[0];
    ArrayDeque<Integer> open = new ArrayDeque<>();
    for (int x = 0; x < photo.width(); x++) {
      open.add(x);
      open.add(pixels.length - 1 - x);
    }
    for (int y = 0; y < photo.height(); y++) {
      open.add(y * photo.width());
      open.add((y + 1) * photo.width() - 1);
    }
    while (!open.isEmpty()) {
      int at = open.remove();
      if (pixels[at] >>> 24 != 0 && near(pixels[at], ground)) {
        pixels[at] = 0;
        int x = at % photo.width();
        addIf(open, x > 0, at - 1);
        addIf(open, x < photo.width() - 1, at + 1);
        addIf(open, at >= photo.width(), at - photo.width());
        addIf(open, at < pixels.length - photo.width(), at + photo.width());
      }
    }
    return RasterImage.adopt(photo.size(), pixels);
  }

  /** Spreads what is kept downwards and to the sides: dark at the feet, gone a little further. */
  private static float[] shadow(RasterImage mask) {
    int width = mask.width();
    int height = mask.height();
    int reach = Math.max(2, Math.min(width, height) / SHADOW_SHARE);
    float[] shadow = new float[width * height];
    for (int x = 0; x < width; x++) {
      int bottom = height - 1;
      while (bottom >= 0 && mask.argb(x, bottom) != BLACK) {
        bottom--;
      }
      for (int y = Math.max(0, bottom - reach); bottom >= 0 && y < height; y++) {
        float below = (y - bottom) / (float) reach;
        shadow[y * width + x] = below <= 0 ? 1 : Math.max(0, 1 - below);
      }
    }
    return blurredAcross(shadow, width, height, reach);
  }

  private static float[] blurredAcross(float[] values, int width, int height, int reach) {
    float[] blurred = new float[values.length];
    for (int y = 0; y < height; y++) {
      float sum = 0;
      for (int x = -reach; x < width; x++) {
        int in = x + reach;
        int out = x - reach - 1;
        sum += in < width ? values[y * width + in] : 0;
        sum -= out >= 0 ? values[y * width + out] : 0;
        if (x >= 0) {
          blurred[y * width + x] = Math.max(0, sum / (2 * reach + 1));
        }
      }
    }
    return blurred;
  }

  private static void addIf(ArrayDeque<Integer> open, boolean inside, int at) {
    if (inside) {
      open.add(at);
    }
  }

  private static boolean near(int one, int other) {
    return Math.abs((one >> 16 & 255) - (other >> 16 & 255)) <= TOLERANCE
        && Math.abs((one >> 8 & 255) - (other >> 8 & 255)) <= TOLERANCE
        && Math.abs((one & 255) - (other & 255)) <= TOLERANCE;
  }

  private static int scaled(int argb, double light) {
    return 0xFF000000
        | channel(argb >> 16, light) << 16
        | channel(argb >> 8, light) << 8
        | channel(argb, light);
  }

  private static int channel(int value, double light) {
    return (int) Math.max(0, Math.min(255, Math.round((value & 255) * light)));
  }
}
