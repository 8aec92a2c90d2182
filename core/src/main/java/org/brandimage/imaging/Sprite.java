package org.brandimage.imaging;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.jspecify.annotations.Nullable;

/**
 * A product at its size and rotation on the canvas, ready to be put anywhere. It knows the runs of
 * its rows that are opaque and those that are translucent, so that putting it copies the former and
 * blends only the latter. Immutable and thread-safe.
 */
public final class Sprite {
  /** The least alpha of a pixel that belongs to the product in a mask. */
  static final int KEPT_ALPHA = 128;

  private final RasterImage image;
  private final int[] argb;
  // Runs of a row y stand from rows[y] to rows[y + 1]: start, end; the end is negated when opaque.
  private final int[] rows;
  private final int[] runs;
  private final @Nullable Box bounds;

  private Sprite(RasterImage image, int[] argb, Runs found) {
    this.image = image;
    this.argb = argb;
    this.rows = found.rows;
    this.runs = Arrays.copyOf(found.runs, found.length);
    this.bounds = found.bounds();
  }

  /**
   * Returns a sprite of the given pixels. Costs one pass over them and a copy.
   *
   * @param image the product, resized and rotated
   * @return the sprite
   */
  public static Sprite of(RasterImage image) {
    return adopt(image.size(), image.toArgb());
  }

  /** Returns a sprite that takes the array over; nobody else may write to it. */
  static Sprite adopt(Size size, int[] argb) {
    return new Sprite(RasterImage.adopt(size, argb), argb, new Runs(argb, size));
  }

  /**
   * Returns the pixels.
   *
   * @return the product, resized and rotated
   */
  public RasterImage image() {
    return image;
  }

  /**
   * Returns the smallest box around the pixels that are not fully transparent.
   *
   * @return the box within the sprite, or empty when nothing is visible
   */
  public Optional<Box> bounds() {
    return Optional.ofNullable(bounds);
  }

  /** Puts the sprite over a canvas; the caller has checked that it lies inside. */
  void putOver(int[] canvas, int canvasWidth, int left, int top) {
    int width = image.width();
    for (int y = 0; y < image.height(); y++) {
      int source = y * width;
      int target = (top + y) * canvasWidth + left;
      for (int r = rows[y]; r < rows[y + 1]; r += 2) {
        int start = runs[r];
        int end = Math.abs(runs[r + 1]);
        if (runs[r + 1] < 0) {
          System.arraycopy(argb, source + start, canvas, target + start, end - start);
        } else {
          for (int x = start; x < end; x++) {
            canvas[target + x] = Blend.over(argb[source + x], canvas[target + x]);
          }
        }
      }
    }
  }

  /** Sets the bits of the pixels that belong to the product. */
  void keep(BitSet kept, int canvasWidth, int left, int top) {
    int width = image.width();
    for (int y = 0; y < image.height(); y++) {
      int target = (top + y) * canvasWidth + left;
      for (int r = rows[y]; r < rows[y + 1]; r += 2) {
        int start = runs[r];
        int end = Math.abs(runs[r + 1]);
        if (runs[r + 1] < 0) {
          kept.set(target + start, target + end);
        } else {
          keepEdge(kept, y * width, target, start, end);
        }
      }
    }
  }

  private void keepEdge(BitSet kept, int source, int target, int start, int end) {
    for (int x = start; x < end; x++) {
      if (argb[source + x] >>> 24 >= KEPT_ALPHA) {
        kept.set(target + x);
      }
    }
  }

  @Override
  public String toString() {
    return "Sprite[" + image.size() + "]";
  }

  /** The runs of visible pixels, row by row. */
  private static final class Runs {
    private final int[] rows;
    private int[] runs = new int[256];
    private int length;
    private int left = Integer.MAX_VALUE;
    private int right = -1;
    private int top = -1;
    private int bottom = -1;

    Runs(int[] argb, Size size) {
      rows = new int[size.height() + 1];
      for (int y = 0; y < size.height(); y++) {
        rows[y] = length;
        scan(argb, y * size.width(), size.width(), y);
      }
      rows[size.height()] = length;
    }

    private void scan(int[] argb, int offset, int width, int y) {
      int x = 0;
      while (x < width) {
        int alpha = argb[offset + x] >>> 24;
        int start = x;
        if (alpha == 0) {
          x++;
          continue;
        }
        boolean opaque = alpha == 255;
        while (x < width && sameKind(argb[offset + x] >>> 24, opaque)) {
          x++;
        }
        add(start, x, opaque);
        top = top < 0 ? y : top;
        bottom = y;
      }
    }

    private static boolean sameKind(int alpha, boolean opaque) {
      return opaque ? alpha == 255 : alpha > 0 && alpha < 255;
    }

    private void add(int start, int end, boolean opaque) {
      if (length + 2 > runs.length) {
        runs = Arrays.copyOf(runs, runs.length * 2);
      }
      runs[length++] = start;
      runs[length++] = opaque ? -end : end;
      left = Math.min(left, start);
      right = Math.max(right, end);
    }

    private @Nullable Box bounds() {
      return right < 0 ? null : new Box(left, top, right - left, bottom - top + 1);
    }
  }
}
