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
  private final long[] lanes;
  private final ConvexOutline outline;

  RotationSource(Sprite upright) {
    this.upright = upright;
    Box area = upright.area();
    this.stride = area.width() + 2 * BORDER;
    this.lanes = sharpened();
    this.outline = ConvexOutline.of(upright.runs(), area.height());
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

  /**
   * Returns the premultiplied, sharpened pixels of the area and its border by rows: alpha, green,
   * red, blue downwards, 16 bits each.
   */
  long[] lanes() {
    return lanes;
  }

  /** Returns the distance between two rows of {@link #lanes()}. */
  int stride() {
    return stride;
  }

  /** Returns the outline of all places that interpolate some visible pixel. */
  ConvexOutline outline() {
    return outline;
  }

  /** Returns how many pixels of memory this holds beside the product. */
  long pixels() {
    return 2L * lanes.length;
  }

  /** Where pixels are not opaque the alpha is sharpened instead of the colours. */
  private long[] sharpened() {
    Box area = upright.area();
    SpriteRuns runs = upright.runs();
    Sharpener sharpener = new Sharpener(stride);
    long[] result = new long[Math.multiplyExact(stride, area.height() + 3 * BORDER)];
    int[] above = new int[stride];
    int[] here = new int[stride];
    int[] below = premultiply(0, new int[stride]);
    for (int y = 0; y < area.height(); y++) {
      int[] free = above;
      above = here;
      here = below;
      below = premultiply(y + 1, free);
      int offset = (y + BORDER) * stride;
      for (int run = runs.first(y); run < runs.first(y + 1); run++) {
        int from = runs.start(run) + BORDER;
        int to = runs.end(run) + BORDER;
        if (runs.opaque(run)) {
          sharpener.sharpen(above, here, below, from, to, result, offset);
        } else {
          int straight = runs.offset(y) - BORDER;
          for (int x = from; x < to; x++) {
            int around =
                (above[x] >>> 24) + (here[x - 1] >>> 24) + (here[x + 1] >>> 24) + (below[x] >>> 24);
            int alpha = Sharpener.level(here[x] >>> 24, around);
            result[offset + x] = lanes(premultiplied(upright.argb()[straight + x], alpha));
          }
        }
      }
    }
    return result;
  }

  /** Writes a row of premultiplied pixels between the borders; beyond the product it is clear. */
  private int[] premultiply(int y, int[] row) {
    Arrays.fill(row, 0);
    SpriteRuns runs = upright.runs();
    int[] argb = upright.argb();
    if (y < upright.area().height()) {
      for (int run = runs.first(y); run < runs.first(y + 1); run++) {
        int start = runs.start(run);
        int count = runs.end(run) - start;
        if (runs.opaque(run)) {
          System.arraycopy(argb, runs.offset(y) + start, row, start + BORDER, count);
        } else {
          for (int i = 0; i < count; i++) {
            int pixel = argb[runs.offset(y) + start + i];
            row[start + BORDER + i] = premultiplied(pixel, pixel >>> 24);
          }
        }
      }
    }
    return row;
  }

  private static int premultiplied(int pixel, int alpha) {
    int outer = (pixel & 0x00FF00FF) * alpha + 0x00800080;
    outer = (outer + (outer >>> 8 & 0x00FF00FF)) >>> 8 & 0x00FF00FF;
    int green = (pixel >>> 8 & 255) * alpha + 128;
    return alpha << 24 | outer | (green + (green >>> 8) & 0xFF00);
  }

  private static long lanes(int pixel) {
    return (long) (pixel >>> 8 & 0x00FF00FF) << 32 | (pixel & 0x00FF00FF);
  }
}
