package org.brandimage.local.model;

import java.util.Arrays;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;

/**
 * Resamples a picture into planes of levels, in integers. Both passes add whole rows, four at a
 * time, which a Java 17 compiler turns into vector instructions: down the picture's rows first, and
 * then, of the few rows left, across its columns, which are turned into rows for it. Not
 * thread-safe: one object a picture.
 */
final class PixelPlanes {
  /** Binary places of the values between the two passes. */
  private static final int MIDDLE = 6;

  /** Binary places of the weights across; with those of the values they stay within an int. */
  private static final int ACROSS = 14;

  /** How many rows are turned at once: as many integers as a cache line holds. */
  private static final int BLOCK = 16;

  private final RasterImage image;
  private final FilterAxis across;
  private final FilterAxis down;
  private final int width;
  private final int height;
  private final int[] pixels;

  /** Planes of rows, by row number modulo their count. */
  private final int[][][] ring;

  /** The rows of a block after the first pass. */
  private final int[][][] block;

  /** For each column its three planes one after another, {@link #height} values each. */
  private final int[][] columns;

  /** The common bits of all pixels of each column, to see whether one was transparent. */
  private final int[] seen;

  private boolean translucent;

  PixelPlanes(RasterImage image, FilterAxis across, FilterAxis down) {
    this.image = image;
    this.across = across;
    this.down = down;
    this.width = across.end() - across.first();
    this.height = down.length();
    this.pixels = new int[width];
    this.seen = new int[width];
    this.ring = new int[3][down.taps() + 1][width];
    this.block = new int[3][BLOCK][width];
    this.columns = new int[width][3 * height];
  }

  /** Takes one column of levels from 0 to 255, three planes one after another. */
  @FunctionalInterface
  interface ColumnSink {
    void column(int x, int[] levels);
  }

  /** Resamples; transparent pixels count as lying on white. */
  void resample(ColumnSink sink) {
    Arrays.fill(seen, -1);
    passDown();
    for (int column : seen) {
      if (column >>> 24 != 255 && !translucent) {
        // Rare, so the pixels of opaque pictures need not be asked.
        translucent = true;
        passDown();
      }
    }
    passAcross(sink);
  }

  private void passDown() {
    int next = down.first();
    for (int y = 0; y < height; y++) {
      next = Math.max(next, down.start(y));
      for (; next < down.start(y) + down.count(y); next++) {
        unpack(next);
      }
      int from = down.start(y);
      for (int c = 0; c < 3; c++) {
        int[] sum = block[c][y % BLOCK];
        Arrays.fill(sum, 1 << (FilterAxis.PLACES - MIDDLE - 1));
        down.addRows(y, ring[c], from, sum);
        shift(sum, FilterAxis.PLACES - MIDDLE);
      }
      if (y % BLOCK == BLOCK - 1 || y == height - 1) {
        turn(y - y % BLOCK, y + 1);
      }
    }
  }

  private void unpack(int y) {
    image.copyRegion(new Box(across.first(), y, width, 1), pixels, 0, width);
    if (translucent) {
      ontoWhite(pixels);
    }
    int slot = y % ring[0].length;
    split(pixels, ring[0][slot], ring[1][slot], ring[2][slot], seen);
  }

  private static void split(int[] argb, int[] red, int[] green, int[] blue, int[] seen) {
    for (int i = 0; i < argb.length; i++) {
      int pixel = argb[i];
      red[i] = (pixel >> 16) & 0xFF;
      green[i] = (pixel >> 8) & 0xFF;
      blue[i] = pixel & 0xFF;
      seen[i] &= pixel;
    }
  }

  private void turn(int from, int to) {
    for (int c = 0; c < 3; c++) {
      int[][] rows = block[c];
      int at = c * height + from;
      for (int x = 0; x < width; x++) {
        int[] column = columns[x];
        for (int y = 0; y < to - from; y++) {
          column[at + y] = rows[y][x];
        }
      }
    }
  }

  private void passAcross(ColumnSink sink) {
    FilterAxis coarser = across.withPlaces(ACROSS);
    int[] sum = new int[3 * height];
    for (int x = 0; x < across.length(); x++) {
      Arrays.fill(sum, 1 << (ACROSS + MIDDLE - 1));
      coarser.addRows(x, columns, across.start(x) - across.first(), sum);
      shift(sum, ACROSS + MIDDLE);
      for (int i = 0; i < sum.length; i++) {
        sum[i] = Math.max(0, Math.min(255, sum[i]));
      }
      sink.column(x, sum);
    }
  }

  private static void shift(int[] values, int places) {
    for (int i = 0; i < values.length; i++) {
      values[i] >>= places;
    }
  }

  private static void ontoWhite(int[] argb) {
    for (int i = 0; i < argb.length; i++) {
      int alpha = argb[i] >>> 24;
      int white = 255 * (255 - alpha);
      int red = (((argb[i] >> 16) & 0xFF) * alpha + white + 127) / 255;
      int green = (((argb[i] >> 8) & 0xFF) * alpha + white + 127) / 255;
      int blue = ((argb[i] & 0xFF) * alpha + white + 127) / 255;
      argb[i] = 0xFF000000 | red << 16 | green << 8 | blue;
    }
  }
}
