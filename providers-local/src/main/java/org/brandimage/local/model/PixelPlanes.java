package org.brandimage.local.model;

import java.util.Arrays;
import org.brandimage.local.model.RowFilter.Sums;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;

/**
 * Resamples a picture into planes of levels: down its rows first, and then, of the few rows left,
 * across its columns, which are turned into rows for it. Between the passes a pixel is three fields
 * of ten bits, so that a third of the numbers has to be turned; a step is a third or a quarter of a
 * level, where Pillow rounds to whole ones. Not thread-safe: one object a picture.
 */
final class PixelPlanes {
  /** How many columns a sink takes at once, and how many rows are turned at once. */
  static final int BLOCK = 8;

  private static final int FIELD = 10;
  private static final int FIELD_MASK = (1 << FIELD) - 1;

  /** Binary places of the first pass, with which 16 bits times a weight stay within an int. */
  private static final int DOWN = 12;

  /** Binary places of the second. */
  private static final int ACROSS = 20;

  private final RasterImage image;
  private final FilterAxis across;
  private final FilterAxis down;
  private final int width;
  private final int height;

  /** Steps a level between the passes. */
  private final int steps;

  /** The step of level 0, as a kernel that sharpens goes below it. */
  private final int zero;

  /** The picture after the first pass, by columns. */
  private final int[] turned;

  /** What all pixels of each column have in common. */
  private final int[] common;

  private boolean translucent;

  PixelPlanes(RasterImage image, FilterAxis across, FilterAxis down) {
    this.image = image;
    this.across = across;
    this.down = down;
    this.width = across.end() - across.first();
    this.height = down.length();
    double overshoot = down.overshoot();
    // What a sum can be off when each of its weights is off by one.
    int margin = 255 * down.taps() / (1 << DOWN) + 2;
    this.steps = (int) ((FIELD_MASK - 2 * margin) / (255 * (1 + 2 * overshoot)));
    this.zero = (int) Math.ceil(255 * overshoot * steps) + margin;
    this.turned = new int[width * height];
    this.common = new int[width];
    Arrays.fill(common, -1);
  }

  /**
   * Takes {@link #BLOCK} columns of levels from 0 to 255, or fewer at the end; each has three
   * planes one after another.
   */
  @FunctionalInterface
  interface ColumnSink {
    void columns(int x, int count, int[][] levels);
  }

  /** Resamples; transparent pixels count as lying on white. */
  void resample(ColumnSink sink) {
    // Asking beforehand would cost most pictures, which are opaque, another pass over memory.
    passDown();
    if (!opaque(common)) {
      translucent = true;
      passDown();
    }
    passAcross(sink);
  }

  private void passDown() {
    int[][] block = new int[BLOCK][RowFilter.aligned(width)];
    int scale = steps << DOWN;
    int start = (zero << DOWN) + (1 << (DOWN - 1));
    // Red is summed with the opaque alpha above it, and green eight places too high.
    new RowFilter(down, width, scale, PixelPlanes::addArgb)
        .run(
            start - 0xFF00 * scale,
            start << 8,
            start,
            this::read,
            (y, sums) -> {
              pack(sums.red, sums.green, sums.blue, block[y % BLOCK]);
              if (y % BLOCK == BLOCK - 1 || y == height - 1) {
                turn(block, y - y % BLOCK, y % BLOCK + 1);
              }
            });
  }

  private void read(int y, int[] pixels) {
    image.copyRegion(new Box(across.first(), y, width, 1), pixels, 0, width);
    if (translucent) {
      ontoWhite(pixels, width);
    } else {
      and(pixels, common, width);
    }
  }

  private static void and(int[] pixels, int[] common, int count) {
    for (int i = 0; i < count; i++) {
      common[i] &= pixels[i];
    }
  }

  private static boolean opaque(int[] common) {
    int and = -1;
    for (int pixel : common) {
      and &= pixel;
    }
    return and >>> 24 == 255;
  }

  private static void addArgb(int[] one, int first, int[] two, int second, Sums sums) {
    int[] red = sums.red;
    int[] green = sums.green;
    int[] blue = sums.blue;
    for (int i = 0; i < one.length; i++) {
      int a = one[i];
      int b = two[i];
      int r = red[i] + (a >>> 16) * first;
      int g = green[i] + (a & 0xFF00) * first;
      int l = blue[i] + (a & 0xFF) * first;
      red[i] = r + (b >>> 16) * second;
      green[i] = g + (b & 0xFF00) * second;
      blue[i] = l + (b & 0xFF) * second;
    }
  }

  private static void addFields(int[] one, int first, int[] two, int second, Sums sums) {
    addFields(one, first, sums);
    addFields(two, second, sums);
  }

  private static void addFields(int[] fields, int weight, Sums sums) {
    int[] red = sums.red;
    int[] green = sums.green;
    int[] blue = sums.blue;
    for (int i = 0; i < fields.length; i++) {
      int pixel = fields[i];
      red[i] += (pixel >>> (2 * FIELD)) * weight;
      green[i] += ((pixel >>> FIELD) & FIELD_MASK) * weight;
      blue[i] += (pixel & FIELD_MASK) * weight;
    }
  }

  private static void pack(int[] red, int[] green, int[] blue, int[] packed) {
    for (int i = 0; i < packed.length; i++) {
      packed[i] =
          ((red[i] >>> DOWN) << (2 * FIELD))
              | ((green[i] >>> (DOWN + 8)) << FIELD)
              | (blue[i] >>> DOWN);
    }
  }

  private void turn(int[][] block, int y, int count) {
    if (count == BLOCK) {
      turn(block, y);
      return;
    }
    for (int j = 0; j < count; j++) {
      for (int x = 0; x < width; x++) {
        turned[x * height + y + j] = block[j][x];
      }
    }
  }

  /** Writes eight numbers at a time, where it would be a cache line for each. */
  private void turn(int[][] block, int y) {
    int[] a = block[0];
    int[] b = block[1];
    int[] c = block[2];
    int[] d = block[3];
    int[] e = block[4];
    int[] f = block[5];
    int[] g = block[6];
    int[] h = block[7];
    for (int x = 0, at = y; x < width; x++, at += height) {
      turned[at] = a[x];
      turned[at + 1] = b[x];
      turned[at + 2] = c[x];
      turned[at + 3] = d[x];
      turned[at + 4] = e[x];
      turned[at + 5] = f[x];
      turned[at + 6] = g[x];
      turned[at + 7] = h[x];
    }
  }

  private void passAcross(ColumnSink sink) {
    int[][] block = new int[BLOCK][3 * height];
    double scale = (double) (1 << ACROSS) / steps;
    int start = (1 << (ACROSS - 1)) - zero * (int) Math.rint(scale);
    new RowFilter(across, height, scale, PixelPlanes::addFields)
        .run(
            start,
            start,
            start,
            (x, pixels) ->
                System.arraycopy(turned, (x - across.first()) * height, pixels, 0, height),
            (x, sums) -> {
              int[] levels = block[x % BLOCK];
              levels(sums.red, levels, 0, height);
              levels(sums.green, levels, height, height);
              levels(sums.blue, levels, 2 * height, height);
              if (x % BLOCK == BLOCK - 1 || x == across.length() - 1) {
                sink.columns(x - x % BLOCK, x % BLOCK + 1, block);
              }
            });
  }

  private static void levels(int[] sums, int[] levels, int from, int count) {
    for (int i = 0; i < count; i++) {
      levels[from + i] = Math.max(0, Math.min(255, sums[i] >> ACROSS));
    }
  }

  private static void ontoWhite(int[] argb, int count) {
    for (int i = 0; i < count; i++) {
      int alpha = argb[i] >>> 24;
      int white = 255 * (255 - alpha);
      int red = (((argb[i] >> 16) & 0xFF) * alpha + white + 127) / 255;
      int green = (((argb[i] >> 8) & 0xFF) * alpha + white + 127) / 255;
      int blue = ((argb[i] & 0xFF) * alpha + white + 127) / 255;
      argb[i] = 0xFF000000 | red << 16 | green << 8 | blue;
    }
  }
}
