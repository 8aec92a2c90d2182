package org.brandimage.imaging.raster;

import java.util.Arrays;
import org.brandimage.spi.image.RasterImage;

/**
 * One row of a picture as premultiplied linear light, with the bounds of its visible part: most of
 * a cut-out's rows are clear, and clear pixels need no work. Beyond the visible part the values are
 * zero. Not thread-safe.
 */
final class LightRow {
  private final int[] pixels;
  private final float[] light;
  private int from;
  private int to;

  LightRow(int width) {
    this.pixels = new int[width];
    this.light = new float[width * 4];
  }

  /** Returns red, green, blue and alpha of each pixel, from 0 to 1. */
  float[] light() {
    return light;
  }

  /** Returns the first column that is not clear; not below {@link #to()} when all are. */
  int from() {
    return from;
  }

  /** Returns the column after the last that is not clear. */
  int to() {
    return to;
  }

  /** Makes all pixels clear. */
  void clear() {
    Arrays.fill(light, Math.min(from, to) * 4, to * 4, 0);
    from = pixels.length;
    to = 0;
  }

  /** Takes over one row of a picture of the same width. */
  void read(RasterImage image, int y) {
    clear();
    image.copyRow(y, pixels);
    int end = pixels.length;
    while (end > 0 && pixels[end - 1] >>> 24 == 0) {
      end--;
    }
    int start = 0;
    while (start < end && pixels[start] >>> 24 == 0) {
      start++;
    }
    if (start < end) {
      from = start;
      to = end;
      LinearLight.premultiplied(pixels, start, end, light);
    }
  }

  /** Adds another row with a weight. */
  void add(LightRow row, float weight) {
    from = Math.min(from, row.from);
    to = Math.max(to, row.to);
    float[] sum = light;
    float[] other = row.light;
    for (int i = row.from * 4; i < row.to * 4; i++) {
      sum[i] += weight * other[i];
    }
  }
}
