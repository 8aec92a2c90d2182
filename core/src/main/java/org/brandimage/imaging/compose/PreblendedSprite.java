package org.brandimage.imaging.compose;

import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.jspecify.annotations.Nullable;

/**
 * A product, its contact shadow or both, as runs of pixels to put on an opaque canvas: opaque runs
 * to copy, and translucent runs to blend, whose colours are multiplied by their alpha beforehand. A
 * blend is two multiplications per pixel in a loop without branches, which compilers vectorise, and
 * gives exactly what {@link org.brandimage.imaging.raster.Blend#overOpaque} gives. Immutable and
 * thread-safe.
 */
final class PreblendedSprite {
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

  private PreblendedSprite(PreblendedSpriteBuilder made, int[] colours) {
    this.region = made.region();
    this.first = made.first();
    this.runs = made.runs();
    this.colours = colours;
    this.redBlue = made.redBlue();
    this.greenRest = made.greenRest();
  }

  /**
   * Returns a preblended sprite.
   *
   * @param sprite the product
   * @param shadow its shadow, or null for none
   * @param withProduct false for the shadow alone
   */
  static PreblendedSprite of(Sprite sprite, @Nullable ContactShadow shadow, boolean withProduct) {
    PreblendedSpriteBuilder builder = new PreblendedSpriteBuilder(sprite, shadow, withProduct);
    builder.build();
    return new PreblendedSprite(builder, sprite.argb());
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
   * Puts the sprite on an opaque canvas; what leaves the canvas is cut.
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
    if (count == PreblendedSpriteBuilder.EDGE) {
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

  /** Returns how many pixels are blended. */
  int blends() {
    return redBlue.length;
  }

  /**
   * Writes what {@link #put} gives on a background, from the first column to the last that changes
   * in each row; the others are not written. All that is blended is gathered first: the background
   * is far away, so many rows are waited for at once, and one long loop is faster than many short
   * ones.
   *
   * @param background of the whole plane
   * @param pixels where to
   * @param bounds what part of the plane the pixels are of, within the background
   * @param left the sprite's left column on the plane
   * @param top the sprite's top row on the plane
   * @param scratch memory for {@link #blends()} pixels
   */
  void draw(RasterImage background, int[] pixels, Box bounds, int left, int top, int[] scratch) {
    Drawing drawing = new Drawing(background, pixels, bounds, left, top, scratch);
    int y = top + region.y() - bounds.y();
    int start = Math.max(0, -y);
    int end = Math.min(region.height(), bounds.height() - y);
    for (int row = start; row < end; row++) {
      drawing.gather(row);
    }
    blendAll(scratch);
    for (int row = start; row < end; row++) {
      drawing.scatter(row);
    }
  }

  private void blendAll(int[] scratch) {
    for (int i = 0; i < redBlue.length; i++) {
      scratch[i] = blended(redBlue[i], greenRest[i], scratch[i]);
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

  /** One drawing: columns count from the left of the region. */
  private final class Drawing {
    private final RasterImage background;
    private final int[] pixels;
    private final int[] scratch;
    private final int stride;
    // Where the region's first pixel is, on the plane and in the array.
    private final int x;
    private final int y;
    private final int origin;
    // The columns that are drawn.
    private final int least;
    private final int most;

    Drawing(RasterImage background, int[] pixels, Box bounds, int left, int top, int[] scratch) {
      this.background = background;
      this.pixels = pixels;
      this.scratch = scratch;
      this.stride = bounds.width();
      this.x = left + region.x();
      this.y = top + region.y();
      this.origin = (y - bounds.y()) * stride + x - bounds.x();
      this.least = bounds.x() - x;
      this.most = bounds.right() - x;
    }

    /** Copies the background below all that is blended, and between the runs. */
    void gather(int row) {
      int shift = origin + row * stride;
      int done = Integer.MAX_VALUE;
      for (int run = first[row]; run < first[row + 1]; run += 3) {
        int start = Math.max(least, runs[run]);
        int end = Math.min(most, Math.abs(runs[run + 1]));
        if (done < start) {
          copy(row, done, Math.min(most, start) - done, pixels, shift);
        }
        if (runs[run + 1] >= 0) {
          copy(row, start, end - start, scratch, runs[run + 2] - runs[run]);
        }
        done = Math.max(least, end);
      }
    }

    /** Copies an edge pixel by pixel: setting out to copy many costs more than its few. */
    private void copy(int row, int start, int count, int[] target, int shift) {
      int at = start + shift;
      if (count == PreblendedSpriteBuilder.EDGE) {
        target[at] = background.argb(x + start, y + row);
        target[at + 1] = background.argb(x + start + 1, y + row);
        target[at + 2] = background.argb(x + start + 2, y + row);
        target[at + 3] = background.argb(x + start + 3, y + row);
      } else if (count > 0) {
        background.copyRegion(new Box(x + start, y + row, count, 1), target, at, count);
      }
    }

    /** Copies what is opaque, and what was blended. */
    void scatter(int row) {
      int shift = origin + row * stride;
      for (int run = first[row]; run < first[row + 1]; run += 3) {
        int start = Math.max(least, runs[run]);
        int count = Math.min(most, Math.abs(runs[run + 1])) - start;
        int from = runs[run + 2] + start - runs[run];
        int[] source = runs[run + 1] < 0 ? colours : scratch;
        if (count == PreblendedSpriteBuilder.EDGE) {
          pixels[shift + start] = source[from];
          pixels[shift + start + 1] = source[from + 1];
          pixels[shift + start + 2] = source[from + 2];
          pixels[shift + start + 3] = source[from + 3];
        } else if (count > 0) {
          System.arraycopy(source, from, pixels, shift + start, count);
        }
      }
    }
  }

  @Override
  public String toString() {
    return "PreblendedSprite[" + region + ", " + runs.length / 3 + " runs]";
  }
}
