package org.brandimage.imaging;

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
  private final ConvexOutline outline;

  RotationSource(Sprite upright) {
    this.upright = upright;
    Box area = upright.area();
    this.stride = area.width() + 2 * BORDER;
    int[] premultiplied = premultiplied();
    this.levels = Sharpener.sharpened(premultiplied, stride);
    for (int y = 0; y < area.height(); y++) {
      sharpenTranslucent(y, premultiplied);
    }
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

  /** Returns the premultiplied, sharpened pixels of the area and its border by rows. */
  int[] levels() {
    return levels;
  }

  /** Returns the distance between two rows of {@link #levels()}. */
  int stride() {
    return stride;
  }

  /** Returns the outline of all places that interpolate some visible pixel. */
  ConvexOutline outline() {
    return outline;
  }

  /** Returns how many pixels of memory this holds beside the product. */
  long pixels() {
    return levels.length;
  }

  /** Returns the pixels of the area between the borders, premultiplied and not sharpened. */
  private int[] premultiplied() {
    Box area = upright.area();
    int[] result = new int[Math.multiplyExact(stride, area.height() + 3 * BORDER)];
    for (int y = 0; y < area.height(); y++) {
      premultiply(y, result);
    }
    return result;
  }

  private void premultiply(int y, int[] result) {
    SpriteRuns runs = upright.runs();
    int[] argb = upright.argb();
    int target = (y + BORDER) * stride + BORDER;
    for (int run = runs.first(y); run < runs.first(y + 1); run++) {
      int start = runs.start(run);
      int end = runs.end(run);
      if (runs.opaque(run)) {
        System.arraycopy(argb, runs.offset(y) + start, result, target + start, end - start);
      } else {
        for (int x = start; x < end; x++) {
          int pixel = argb[runs.offset(y) + x];
          result[target + x] = premultiplied(pixel, pixel >>> 24);
        }
      }
    }
  }

  /** Where pixels are not opaque the alpha is sharpened instead of the colours. */
  private void sharpenTranslucent(int y, int[] plain) {
    SpriteRuns runs = upright.runs();
    int target = (y + BORDER) * stride + BORDER;
    for (int run = runs.first(y); run < runs.first(y + 1); run++) {
      if (!runs.opaque(run)) {
        for (int x = runs.start(run); x < runs.end(run); x++) {
          int at = target + x;
          int around =
              (plain[at - stride] >>> 24)
                  + (plain[at - 1] >>> 24)
                  + (plain[at + 1] >>> 24)
                  + (plain[at + stride] >>> 24);
          int alpha = Sharpener.level(plain[at] >>> 24, around);
          levels[at] = premultiplied(upright.argb()[runs.offset(y) + x], alpha);
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
