package org.brandimage.imaging.raster;

import java.util.Arrays;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;

/**
 * One row of a cut-out with the bounds of its visible part and of its longest opaque run, and the
 * light of that run. Columns count from the left of the part that is read. Not thread-safe.
 */
final class CutoutRow {
  private final int[] pixels;
  private final int[] clear;
  private final long[] light;
  private int from;
  private int to;
  private int opaqueFrom;
  private int opaqueTo;

  /**
   * Creates a row.
   *
   * @param width columns of the part that is read
   * @param spare how many columns of light may be looked at beyond, whatever they hold
   */
  CutoutRow(int width, int spare) {
    this.pixels = new int[width];
    this.clear = new int[width];
    this.light = new long[width + spare];
  }

  /** Takes over one row of a part of a picture. */
  void read(RasterImage image, int y, Box part) {
    image.copyRegion(new Box(part.x(), y, part.width(), 1), pixels, 0, part.width());
    findVisible();
    opaqueFrom = from;
    opaqueTo = to;
    while (opaqueFrom < to && pixels[opaqueFrom] >>> 24 != 255) {
      opaqueFrom++;
    }
    while (opaqueTo > opaqueFrom && pixels[opaqueTo - 1] >>> 24 != 255) {
      opaqueTo--;
    }
    if (!PackedLight.read(pixels, opaqueFrom, opaqueTo, light)) {
      findLongest();
    }
  }

  /** Most rows are visible about where the row before was. */
  private void findVisible() {
    if (!clear(0, from)) {
      from = 0;
    }
    while (from < pixels.length && pixels[from] >>> 24 == 0) {
      from++;
    }
    if (to <= from || !clear(to, pixels.length)) {
      to = pixels.length;
    }
    while (to > from && pixels[to - 1] >>> 24 == 0) {
      to--;
    }
  }

  /** Tells whether pixels are 0; clear ones that have a colour are not. */
  private boolean clear(int start, int end) {
    return start == end || Arrays.mismatch(pixels, start, end, clear, 0, end - start) < 0;
  }

  private void findLongest() {
    int end = opaqueTo;
    int x = opaqueFrom;
    opaqueTo = opaqueFrom;
    while (x < end && end - x > opaqueTo - opaqueFrom) {
      int start = x;
      x = OpaqueRun.end(pixels, start, to);
      if (x - start > opaqueTo - opaqueFrom) {
        opaqueFrom = start;
        opaqueTo = x;
      }
      x++;
    }
  }

  /** Returns the straight pixels. */
  int[] pixels() {
    return pixels;
  }

  /** Returns the {@link PackedLight} of the opaque run at least. */
  long[] light() {
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

  /** Returns the first column of the longest opaque run. */
  int opaqueFrom() {
    return opaqueFrom;
  }

  /** Returns the column after the longest opaque run; its first column when there is none. */
  int opaqueTo() {
    return opaqueTo;
  }
}
