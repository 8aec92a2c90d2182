package org.brandimage.imaging;

import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.jspecify.annotations.Nullable;

/**
 * What a product and its contact shadow change on an opaque canvas, wherever they are put: runs of
 * pixels to copy, and runs to blend, whose colours are multiplied by their alpha beforehand. A
 * blend is two multiplications a pixel in a loop without branches, which compilers vectorise, and
 * gives exactly what {@link Blend#overOpaque} gives. Immutable and thread-safe.
 */
final class Imprint {
  private static final int LANES = 0x00FF00FF;
  private static final int HALVES = 0x00800080;

  private final Box region;
  private final int[] first;
  // Three numbers a run: start in the region, end (negated when copied), where its pixels are.
  private final int[] runs;
  private final int[] colours;
  // Red and blue times alpha, 16 bits each; green times alpha above what the canvas keeps, 0-255.
  private final int[] redBlue;
  private final int[] greenRest;

  private Imprint(ImprintBuilder made, int[] colours) {
    this.region = made.region();
    this.first = made.first();
    this.runs = made.runs();
    this.colours = colours;
    this.redBlue = made.redBlue();
    this.greenRest = made.greenRest();
  }

  /**
   * Returns an imprint.
   *
   * @param sprite the product
   * @param shadow its shadow, or null for none
   * @param withProduct false for the shadow alone
   */
  static Imprint of(Sprite sprite, @Nullable ContactShadow shadow, boolean withProduct) {
    ImprintBuilder builder = new ImprintBuilder(sprite, shadow, withProduct);
    builder.build();
    return new Imprint(builder, sprite.argb());
  }

  /** Returns the box of all that changes, relative to the sprite; a shadow may leave the sprite. */
  Box region() {
    return region;
  }

  /** Returns how many pixels of memory this holds beside the sprite. */
  long pixels() {
    return redBlue.length * 2L + runs.length;
  }

  /**
   * Puts the imprint on an opaque canvas; what leaves the canvas is cut.
   *
   * @param canvas the pixels by rows
   * @param bounds what part of the plane the canvas is of
   * @param left the sprite's left column on the plane
   * @param top the sprite's top row on the plane
   */
  void put(int[] canvas, Box bounds, int left, int top) {
    int x = left + region.x() - bounds.x();
    int y = top + region.y() - bounds.y();
    int end = Math.min(region.height(), bounds.height() - y);
    for (int row = Math.max(0, -y); row < end; row++) {
      putRow(row, canvas, (y + row) * bounds.width() + x, -x, bounds.width() - x);
    }
  }

  private void putRow(int row, int[] canvas, int target, int least, int most) {
    for (int run = first[row]; run < first[row + 1]; run += 3) {
      boolean copied = runs[run + 1] < 0;
      int start = Math.max(least, runs[run]);
      int count = Math.min(most, Math.abs(runs[run + 1])) - start;
      int offset = runs[run + 2] + start - runs[run];
      if (copied && count > 0) {
        System.arraycopy(colours, offset, canvas, target + start, count);
      } else {
        blend(redBlue, greenRest, offset, canvas, target + start, count);
      }
    }
  }

  /** The canvas' levels times the rest, plus the colour, divided by 255 and rounded to nearest. */
  private static void blend(
      int[] redBlue, int[] greenRest, int from, int[] canvas, int to, int count) {
    for (int i = 0; i < count; i++) {
      int back = canvas[to + i];
      int front = greenRest[from + i];
      int rest = front & 255;
      int outer = redBlue[from + i] + (back & LANES) * rest + HALVES;
      int middle = (front >>> 16) + (back >>> 8 & 255) * rest + 128;
      outer = (outer + (outer >>> 8 & LANES)) >>> 8 & LANES;
      canvas[to + i] = 0xFF000000 | outer | ((middle + (middle >>> 8)) & 0xFF00);
    }
  }

  /**
   * Copies back from the background what {@link #put} changed on a canvas of its size.
   *
   * @param next what is put on the canvas at once: pixels it covers may stay; null for nothing
   */
  void undo(int[] canvas, RasterImage background, int left, int top, @Nullable PlacedImprint next) {
    int x = left + region.x();
    int y = top + region.y();
    int end = Math.min(region.height(), background.height() - y);
    for (int row = Math.max(0, -y); row < end; row++) {
      if (first[row] < first[row + 1]) {
        int from = Math.max(0, x + runs[first[row]]);
        int to = Math.min(background.width(), x + Math.abs(runs[first[row + 1] - 2]));
        if (next == null) {
          copy(background, y + row, from, to, canvas);
        } else {
          next.copyAround(background, y + row, from, to, canvas);
        }
      }
    }
  }

  /** Copies those pixels of a background's row that {@link #put} would not copy over. */
  void copyAround(
      RasterImage background, int y, int from, int to, int[] canvas, int left, int top) {
    int row = y - top - region.y();
    int at = from;
    if (row >= 0 && row < region.height()) {
      int x = left + region.x();
      for (int run = first[row]; run < first[row + 1]; run += 3) {
        if (runs[run + 1] < 0) {
          copy(background, y, at, Math.min(to, x + runs[run]), canvas);
          at = Math.max(at, x - runs[run + 1]);
        }
      }
    }
    copy(background, y, at, to, canvas);
  }

  private static void copy(RasterImage background, int y, int from, int to, int[] canvas) {
    if (from < to) {
      Box pixels = new Box(from, y, to - from, 1);
      background.copyRegion(pixels, canvas, y * background.width() + from, background.width());
    }
  }

  @Override
  public String toString() {
    return "Imprint[" + region + ", " + runs.length / 3 + " runs]";
  }
}
