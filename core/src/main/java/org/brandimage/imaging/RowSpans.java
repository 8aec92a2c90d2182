package org.brandimage.imaging;

import org.brandimage.spi.image.Size;

/**
 * Which columns of each row an array of pixels holds, and where: most of a turned product's box is
 * clear, and what is not held costs neither memory nor a look. Filled in by who makes the pixels.
 */
final class RowSpans {
  private final int[] offsets;
  private final int[] from;
  private final int[] to;

  private RowSpans(int height) {
    this.offsets = new int[height];
    this.from = new int[height];
    this.to = new int[height];
  }

  /** Returns spans of all columns, row after row. */
  static RowSpans whole(Size size) {
    RowSpans spans = empty(size.height());
    for (int y = 0; y < size.height(); y++) {
      spans.offsets[y] = y * size.width();
      spans.to[y] = size.width();
    }
    return spans;
  }

  /** Returns spans of nothing, to be filled in. */
  static RowSpans empty(int height) {
    return new RowSpans(height);
  }

  /**
   * Lays the spans out one after another.
   *
   * @return how many pixels they hold
   */
  int pack() {
    int next = 0;
    for (int y = 0; y < from.length; y++) {
      offsets[y] = next - from[y];
      next = Math.addExact(next, to[y] - from[y]);
    }
    return next;
  }

  /** Returns where in the array the pixel of column 0 of each row would be. */
  int[] offsets() {
    return offsets;
  }

  /** Returns the first column that is held, for each row. */
  int[] from() {
    return from;
  }

  /** Returns the column after the last, not below the first. */
  int[] to() {
    return to;
  }
}
