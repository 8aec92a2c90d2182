package org.brandimage.imaging;

import java.util.Arrays;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;

/**
 * An upright product prepared for rotations: premultiplied levels with a clear border of one pixel
 * all around, sharpened inside by what interpolation between two pixels takes away, and the outline
 * of what is visible. Made once for all angles. Immutable and thread-safe.
 */
final class RotationSource {
  /** The width of the clear border; one more row at the bottom takes up rounding. */
  static final int BORDER = 1;

  private final Sprite upright;
  private final int stride;
  private final int[] levels;
  private final SideOutline outline;

  RotationSource(Sprite upright) {
    this.upright = upright;
    int height = upright.area().height();
    this.stride = upright.area().width() + 2 * BORDER;
    this.levels = new int[Math.multiplyExact(stride, height + 3 * BORDER)];
    // Rows of the product as they are live in a ring while their neighbours are sharpened.
    int[][] plain = new int[3][stride];
    premultiply(0, plain[0]);
    Sharpener sharpener = new Sharpener(stride);
    for (int y = 0; y < height; y++) {
      premultiply(y + 1, plain[(y + 1) % 3]);
      int[] above = plain[(y + 2) % 3];
      int[] here = plain[y % 3];
      int[] below = plain[(y + 1) % 3];
      sharpener.sharpen(above, here, below, stride, levels, (y + BORDER) * stride);
      sharpenTranslucent(y, above, here, below);
    }
    this.outline = SideOutline.of(upright.runs(), height);
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

  /** Returns the outline of all places that interpolate some visible pixel. */
  SideOutline outline() {
    return outline;
  }

  /** Returns how many pixels of memory this holds beside the product. */
  long pixels() {
    return levels.length;
  }

  /** Writes a row between the borders; the row after the last is clear. */
  private void premultiply(int y, int[] row) {
    SpriteRuns runs = upright.runs();
    int done = 0;
    if (y < upright.area().height()) {
      for (int run = runs.first(y); run < runs.first(y + 1); run++) {
        Arrays.fill(row, done, runs.start(run) + BORDER, 0);
        done = runs.end(run) + BORDER;
        premultiply(y, run, row);
      }
    }
    Arrays.fill(row, done, stride, 0);
  }

  private void premultiply(int y, int run, int[] row) {
    SpriteRuns runs = upright.runs();
    int[] argb = upright.argb();
    int offset = runs.offset(y);
    if (runs.opaque(run)) {
      int start = runs.start(run);
      System.arraycopy(argb, offset + start, row, start + BORDER, runs.end(run) - start);
    } else {
      for (int x = runs.start(run); x < runs.end(run); x++) {
        int pixel = argb[offset + x];
        row[x + BORDER] = premultiplied(pixel, pixel >>> 24);
      }
    }
  }

  /** Where pixels are not opaque the alpha is sharpened instead of the colours. */
  private void sharpenTranslucent(int y, int[] above, int[] here, int[] below) {
    SpriteRuns runs = upright.runs();
    int target = (y + BORDER) * stride;
    int offset = runs.offset(y) - BORDER;
    for (int run = runs.first(y); run < runs.first(y + 1); run++) {
      if (!runs.opaque(run)) {
        for (int x = runs.start(run) + BORDER; x < runs.end(run) + BORDER; x++) {
          int around =
              (above[x] >>> 24) + (here[x - 1] >>> 24) + (here[x + 1] >>> 24) + (below[x] >>> 24);
          int alpha = Sharpener.level(here[x] >>> 24, around);
          levels[target + x] = premultiplied(upright.argb()[offset + x], alpha);
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
