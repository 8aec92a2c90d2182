package org.brandimage.imaging.compose;

import java.util.Arrays;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;

/**
 * An upright product prepared for rotations: premultiplied levels with a clear border of one pixel
 * all around, sharpened inside by what interpolation between two pixels takes away, and the bounds
 * of what is visible. Made once for all angles. Immutable and thread-safe.
 */
final class RotationSource {
  /** The width of the clear border; one more row at the bottom takes up rounding. */
  static final int BORDER = 1;

  private static final int ROWS = 8;

  private final Sprite upright;
  private final int stride;
  private final int[] levels;
  private final RowBounds bounds;

  RotationSource(Sprite upright) {
    this.upright = upright;
    int height = upright.area().height();
    this.stride = upright.area().width() + 2 * BORDER;
    this.levels = new int[Math.multiplyExact(stride, height + 3 * BORDER)];
    sharpen(height);
    this.bounds = RowBounds.of(upright.runs(), height);
  }

  /** Returns the size of the upright product. */
  Size size() {
    return upright.size();
  }

  /** Returns the part of the product that is held; positions are relative to it. */
  Box area() {
    return upright.area();
  }

  /** Returns the straight pixels of the area by rows. */
  int[] argb() {
    return upright.pixels(upright.area());
  }

  /** Returns the premultiplied, sharpened pixels of the area and its border by rows. */
  int[] levels() {
    return levels;
  }

  /** Returns the distance between two rows of {@link #levels()}. */
  int stride() {
    return stride;
  }

  /** Returns the polygon around all places that interpolate some visible pixel. */
  RowBounds bounds() {
    return bounds;
  }

  /** Returns how many pixels of memory this holds beside the product. */
  long pixels() {
    return levels.length;
  }

  /** Sharpens a few rows at a time, which lie in the caches with one more at both ends. */
  private void sharpen(int height) {
    Sharpener sharpener = new Sharpener();
    int[] plain = new int[(ROWS + 2) * stride];
    premultiply(0, plain, stride);
    for (int y = 0; y < height; y += ROWS) {
      int rows = Math.min(ROWS, height - y);
      for (int row = 1; row <= rows; row++) {
        premultiply(y + row, plain, (row + 1) * stride);
      }
      sharpener.sharpen(plain, stride, rows, levels, (y + BORDER) * stride);
      for (int row = 0; row < rows; row++) {
        sharpenTranslucent(y + row, plain, (row + 1) * stride);
      }
      System.arraycopy(plain, ROWS * stride, plain, 0, 2 * stride);
    }
  }

  /** Writes a row between the borders; the row after the last is clear. */
  private void premultiply(int y, int[] plain, int target) {
    SpriteRuns runs = upright.runs();
    int done = target;
    if (y < upright.area().height()) {
      for (int run = runs.first(y); run < runs.first(y + 1); run++) {
        Arrays.fill(plain, done, target + runs.start(run) + BORDER, 0);
        done = target + runs.end(run) + BORDER;
        premultiply(y, run, plain, target + BORDER);
      }
    }
    Arrays.fill(plain, done, target + stride, 0);
  }

  private void premultiply(int y, int run, int[] plain, int target) {
    SpriteRuns runs = upright.runs();
    int[] argb = upright.argb();
    int offset = runs.offset(y);
    int start = runs.start(run);
    if (runs.opaque(run)) {
      System.arraycopy(argb, offset + start, plain, target + start, runs.end(run) - start);
    } else {
      for (int x = start; x < runs.end(run); x++) {
        int pixel = argb[offset + x];
        plain[target + x] = premultiplied(pixel, pixel >>> 24);
      }
    }
  }

  /** Where pixels are not opaque the alpha is sharpened instead of the colours. */
  private void sharpenTranslucent(int y, int[] plain, int row) {
    SpriteRuns runs = upright.runs();
    int target = (y + BORDER) * stride + BORDER;
    for (int run = runs.first(y); run < runs.first(y + 1); run++) {
      if (!runs.opaque(run)) {
        for (int x = runs.start(run); x < runs.end(run); x++) {
          int at = row + BORDER + x;
          int around =
              (plain[at - stride] >>> 24)
                  + (plain[at - 1] >>> 24)
                  + (plain[at + 1] >>> 24)
                  + (plain[at + stride] >>> 24);
          int alpha = Sharpener.level(plain[at] >>> 24, around);
          levels[target + x] = premultiplied(upright.argb()[runs.offset(y) + x], alpha);
        }
      }
    }
  }

  private static int premultiplied(int pixel, int alpha) {
    int outer = (pixel & 0x00FF00FF) * alpha + 0x00800080;
    outer = (outer + (outer >>> 8 & 0x00FF00FF)) >>> 8 & 0x00FF00FF;
    int green = (pixel >>> 8 & 255) * alpha + 128;
    return alpha << 24 | outer | (green + (green >>> 8) & 0xFF00);
  }
}
