package org.brandimage.local.scenery;

import org.brandimage.imaging.raster.SrgbTransfer;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A product's faint mirror image in the polished surface it stands on, softer and fainter the
 * farther down. Mirrored about the product's lowest visible row. Not thread-safe.
 */
final class Reflection {
  private static final int WORKING_SIDE = 420;
  private static final double STRENGTH = 0.34;
  private static final double REACH = 0.30;

  /** Premultiplied linear red, green, blue and coverage of the product's lower part. */
  private final float[] light;

  private final int width;
  private final int height;
  private final int step;
  private final int left;
  private final int base;

  private Reflection(float[] light, int width, int height, int[] place) {
    this.light = light;
    this.width = width;
    this.height = height;
    this.step = place[0];
    this.left = place[1];
    this.base = place[2];
  }

  /** Reads the lower part of a product, its feet first. */
  static Reflection of(RasterImage layer, Box product) {
    Box box = product.intersect(layer.size().bounds()).orElseThrow();
    int base = lowestRow(layer, box);
    int step = Math.max(1, -Math.floorDiv(-Math.max(box.width(), box.height()), WORKING_SIDE));
    int width = -Math.floorDiv(-box.width(), step);
    int height = (int) Math.max(1, Math.ceil(2 * REACH * box.height() / step));
    float[] light = new float[4 * width * height];
    int[] row = new int[box.width()];
    float share = 1f / (255 * step * step);
    for (int down = 0; down < height * step && base - down >= box.y(); down++) {
      layer.copyRegion(new Box(box.x(), base - down, box.width(), 1), row, 0, box.width());
      for (int x = 0; x < row.length; x++) {
        int cell = 4 * (down / step * width + x / step);
        float cover = (row[x] >>> 24) * share;
        light[cell] += SrgbTransfer.toLinear(row[x] >> 16 & 255) * cover;
        light[cell + 1] += SrgbTransfer.toLinear(row[x] >> 8 & 255) * cover;
        light[cell + 2] += SrgbTransfer.toLinear(row[x] & 255) * cover;
        light[cell + 3] += cover;
      }
    }
    return new Reflection(light, width, height, new int[] {step, box.x(), base});
  }

  private static int lowestRow(RasterImage layer, Box box) {
    int[] row = new int[box.width()];
    for (int y = box.bottom() - 1; y > box.y(); y--) {
      layer.copyRegion(new Box(box.x(), y, box.width(), 1), row, 0, box.width());
      for (int pixel : row) {
        if (pixel >>> 24 > 127) {
          return y;
        }
      }
    }
    return box.bottom() - 1;
  }

  /** Lays the mirror image on a canvas below the product. */
  void lay(int[] argb, Size canvas) {
    float[] mean = new float[4];
    int last = Math.min(canvas.height(), base + height * step);
    for (int y = base + 1; y < last; y++) {
      double depth = (y - base) / (double) (height * step);
      double strength = STRENGTH * Math.exp(-3.2 * depth) * (1 - depth);
      double blur = 0.4 + 9 * depth;
      for (int x = Math.max(0, left); x < Math.min(canvas.width(), left + width * step); x++) {
        average((x - left) / (double) step, (y - base) / (double) step, blur, mean);
        if (mean[3] > 0.004) {
          int i = y * canvas.width() + x;
          argb[i] = mirrored(argb[i], mean, (float) strength, x, y);
        }
      }
    }
  }

  /** A mirror adds the product's light and hides as much of what it mirrored before. */
  private static int mirrored(int ground, float[] mean, float strength, int x, int y) {
    int pixel = 0xFF;
    for (int channel = 0; channel < 3; channel++) {
      float back = SrgbTransfer.toLinear(ground >> (16 - 8 * channel) & 255);
      float value = back * (1 - strength * mean[3]) + strength * mean[channel];
      pixel = pixel << 8 | SrgbTransfer.dither(SrgbTransfer.toLevel(value), x, y);
    }
    return pixel;
  }

  /** Nine taps; the product's cells are averages already. */
  private void average(double x, double y, double blur, float[] mean) {
    java.util.Arrays.fill(mean, 0);
    for (int dy = -1; dy <= 1; dy++) {
      int row = (int) Math.floor(y + dy * blur * 0.5);
      for (int dx = -1; dx <= 1; dx++) {
        int column = (int) Math.floor(x + dx * blur * 0.5);
        if (row >= 0 && row < height && column >= 0 && column < width) {
          int cell = 4 * (row * width + column);
          for (int channel = 0; channel < 4; channel++) {
            mean[channel] += light[cell + channel] / 9;
          }
        }
      }
    }
  }
}
