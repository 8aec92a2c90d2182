package org.brandimage.imaging.compose;

import java.util.Arrays;
import java.util.Optional;
import org.brandimage.imaging.raster.OpaqueRun;
import org.brandimage.imaging.raster.RowSpans;
import org.brandimage.spi.image.Box;

/**
 * The runs of visible pixels of a sprite, row by row: stretches that are opaque or translucent, and
 * stretches that belong to the product in a mask. Immutable.
 */
final class SpriteRuns {
  /** The least alpha of a pixel that belongs to the product in a mask. */
  static final int KEPT_ALPHA = 128;

  private final RowSpans spans;
  private final int[] first;
  private final int[] firstKept;
  // Start and end of each run; the end is negated when the run is opaque.
  private int[] runs = new int[256];
  private int[] kept = new int[256];
  private int length;
  private int keptLength;
  private int rowKept;
  private int left = Integer.MAX_VALUE;
  private int right = -1;
  private int top = -1;
  private int bottom = -1;

  SpriteRuns(int[] argb, RowSpans spans) {
    int height = spans.offsets().length;
    this.spans = spans;
    first = new int[height + 1];
    firstKept = new int[height + 1];
    // Rows have methods of their own, here and elsewhere: those are compiled after a few products,
    // a loop in a method that is called once for each only after a hundred.
    for (int y = 0; y < height; y++) {
      addRow(y, argb);
    }
    first[height] = length / 2;
    firstKept[height] = keptLength / 2;
    runs = Arrays.copyOf(runs, length);
    kept = Arrays.copyOf(kept, keptLength);
  }

  private void addRow(int y, int[] argb) {
    first[y] = length / 2;
    firstKept[y] = keptLength / 2;
    rowKept = keptLength;
    scan(argb, offset(y), spans.from()[y], spans.to()[y]);
    if (length / 2 > first[y]) {
      left = Math.min(left, runs[first[y] * 2]);
      right = Math.max(right, Math.abs(runs[length - 1]));
      top = top < 0 ? y : top;
      bottom = y;
    }
  }

  /** Returns which columns of each row the sprite's array holds. */
  RowSpans spans() {
    return spans;
  }

  /** Returns where in the sprite's array the pixel of column 0 of a row would be. */
  int offset(int y) {
    return spans.offsets()[y];
  }

  /** Returns how many runs there are. */
  int count() {
    return first[first.length - 1];
  }

  /** Returns the number of the first run of a row; that of the row after the last ends them. */
  int first(int y) {
    return first[y];
  }

  int start(int run) {
    return runs[run * 2];
  }

  int end(int run) {
    return Math.abs(runs[run * 2 + 1]);
  }

  boolean opaque(int run) {
    return runs[run * 2 + 1] < 0;
  }

  /** Returns the number of the first kept stretch of a row. */
  int firstKept(int y) {
    return firstKept[y];
  }

  int keptStart(int run) {
    return kept[run * 2];
  }

  int keptEnd(int run) {
    return kept[run * 2 + 1];
  }

  /** Returns the smallest box around all runs. */
  Optional<Box> bounds() {
    return right < 0
        ? Optional.empty()
        : Optional.of(new Box(left, top, right - left, bottom - top + 1));
  }

  private void scan(int[] argb, int offset, int from, int width) {
    int x = afterClear(argb, offset, from, width);
    while (x < width) {
      int start = x;
      if (argb[offset + x] >>> 24 == 255) {
        x = OpaqueRun.end(argb, offset + x, offset + width) - offset;
        add(start, -x);
        keep(start, x);
      } else {
        while (x < width && translucent(argb[offset + x])) {
          if (argb[offset + x] >>> 24 >= KEPT_ALPHA) {
            keep(x, x + 1);
          }
          x++;
        }
        add(start, x);
      }
      x = afterClear(argb, offset, x, width);
    }
  }

  private static boolean translucent(int pixel) {
    int alpha = pixel >>> 24;
    return alpha != 0 && alpha != 255;
  }

  private static int afterClear(int[] argb, int offset, int from, int width) {
    int x = from;
    while (x + 4 <= width
        && (argb[offset + x] | argb[offset + x + 1] | argb[offset + x + 2] | argb[offset + x + 3])
                >>> 24
            == 0) {
      x += 4;
    }
    while (x < width && argb[offset + x] >>> 24 == 0) {
      x++;
    }
    return x;
  }

  private void add(int start, int end) {
    if (length + 2 > runs.length) {
      runs = Arrays.copyOf(runs, runs.length * 2);
    }
    runs[length++] = start;
    runs[length++] = end;
  }

  private void keep(int start, int end) {
    if (keptLength > rowKept && kept[keptLength - 1] == start) {
      kept[keptLength - 1] = end;
      return;
    }
    if (keptLength + 2 > kept.length) {
      kept = Arrays.copyOf(kept, kept.length * 2);
    }
    kept[keptLength++] = start;
    kept[keptLength++] = end;
  }
}
