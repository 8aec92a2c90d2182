package org.brandimage.imaging;

import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
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
      int start = Math.max(least, runs[run]);
      int count = Math.min(most, Math.abs(runs[run + 1])) - start;
      int offset = runs[run + 2] + start - runs[run];
      if (runs[run + 1] >= 0) {
        blend(redBlue, greenRest, offset, canvas, target + start, count);
      } else if (count > 0) {
        System.arraycopy(colours, offset, canvas, target + start, count);
      }
    }
  }

  /** Blends few pixels one by one: a vectorised loop has to find out first that they are few. */
  private static void blend(
      int[] redBlue, int[] greenRest, int from, int[] canvas, int to, int count) {
    if (count == ImprintBuilder.EDGE) {
      canvas[to] = blended(redBlue[from], greenRest[from], canvas[to]);
      canvas[to + 1] = blended(redBlue[from + 1], greenRest[from + 1], canvas[to + 1]);
      canvas[to + 2] = blended(redBlue[from + 2], greenRest[from + 2], canvas[to + 2]);
      canvas[to + 3] = blended(redBlue[from + 3], greenRest[from + 3], canvas[to + 3]);
      return;
    }
    for (int i = 0; i < count; i++) {
      canvas[to + i] = blended(redBlue[from + i], greenRest[from + i], canvas[to + i]);
    }
  }

  /** The canvas' levels times the rest, plus the colour, divided by 255 and rounded to nearest. */
  private static int blended(int redBlue, int front, int back) {
    int rest = front & 255;
    int outer = redBlue + (back & LANES) * rest + HALVES;
    int middle = (front >>> 16) + (back >>> 8 & 255) * rest + 128;
    outer = (outer + (outer >>> 8 & LANES)) >>> 8 & LANES;
    return 0xFF000000 | outer | ((middle + (middle >>> 8)) & 0xFF00);
  }

  /**
   * Writes what {@link #put} gives on a background, from the first column to the last that changes
   * in each row; the others are not written.
   *
   * @param background of the whole plane
   * @param pixels where to
   * @param bounds what part of the plane the pixels are of, within the background
   * @param left the sprite's left column on the plane
   * @param top the sprite's top row on the plane
   */
  void draw(RasterImage background, int[] pixels, Box bounds, int left, int top) {
    int x = left + region.x() - bounds.x();
    int y = top + region.y() - bounds.y();
    int end = Math.min(region.height(), bounds.height() - y);
    // All of the background first: it is far away, and many rows can be waited for at once.
    for (int row = Math.max(0, -y); row < end; row++) {
      if (first[row] < first[row + 1]) {
        int target = (y + row) * bounds.width() + x;
        copyBelow(
            row, background, left, top + region.y() + row, pixels, target, -x, bounds.width() - x);
      }
    }
    put(pixels, bounds, left, top);
  }

  /** Copies the background below all that is blended, and between the runs. */
  private void copyBelow(
      int row,
      RasterImage background,
      int left,
      int y,
      int[] pixels,
      int target,
      int least,
      int most) {
    int at = Math.max(least, runs[first[row]]);
    for (int run = first[row]; run < first[row + 1]; run += 3) {
      int to = Math.min(most, runs[run + 1] < 0 ? runs[run] : runs[run + 1]);
      copy(background, left + region.x(), y, at, to, pixels, target);
      at = Math.max(at, Math.abs(runs[run + 1]));
    }
  }

  private static void copy(
      RasterImage background, int x, int y, int from, int to, int[] pixels, int target) {
    if (to - from == ImprintBuilder.EDGE) {
      pixels[target + from] = background.argb(x + from, y);
      pixels[target + from + 1] = background.argb(x + from + 1, y);
      pixels[target + from + 2] = background.argb(x + from + 2, y);
      pixels[target + from + 3] = background.argb(x + from + 3, y);
    } else if (from < to) {
      background.copyRegion(new Box(x + from, y, to - from, 1), pixels, target + from, to - from);
    }
  }

  /**
   * Widens the columns of each row of a canvas to all that {@link #put} changes there.
   *
   * @param canvas the canvas' size
   * @param left the sprite's left column on the canvas
   * @param top the sprite's top row on the canvas
   * @param from the first column of each row
   * @param to the column after the last
   */
  void reach(Size canvas, int left, int top, int[] from, int[] to) {
    int x = left + region.x();
    int y = top + region.y();
    int end = Math.min(region.height(), canvas.height() - y);
    for (int row = Math.max(0, -y); row < end; row++) {
      if (first[row] < first[row + 1]) {
        int last = x + Math.abs(runs[first[row + 1] - 2]);
        from[y + row] = Math.min(from[y + row], Math.max(0, x + runs[first[row]]));
        to[y + row] = Math.max(to[y + row], Math.min(canvas.width(), last));
      }
    }
  }

  @Override
  public String toString() {
    return "Imprint[" + region + ", " + runs.length / 3 + " runs]";
  }
}
