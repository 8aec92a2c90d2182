package org.brandimage.imaging.raster;

import org.brandimage.spi.image.Size;

/**
 * The span of columns that an array of pixels holds of each row, and where in the array it is. Most
 * of the box around a turned product is clear; pixels outside the spans cost neither memory nor
 * time. Mutable while the pixels are made, constant from then on.
 */
public final class RowSpans {
  private final int[] offsets;
  private final int[] from;
  private final int[] to;

  private RowSpans(int height) {
    this.offsets = new int[height];
    this.from = new int[height];
    this.to = new int[height];
  }

  /**
   * Returns spans of all columns, row after row.
   *
   * @param size of the area
   * @return spans of as many pixels as the area has
   */
  public static RowSpans whole(Size size) {
    RowSpans spans = empty(size.height());
    for (int y = 0; y < size.height(); y++) {
      spans.offsets[y] = y * size.width();
      spans.to[y] = size.width();
    }
    return spans;
  }

  /**
   * Returns spans of no pixels, to be filled in.
   *
   * @param height the number of rows
   * @return one empty span a row
   */
  public static RowSpans empty(int height) {
    return new RowSpans(height);
  }

  /**
   * Lays the spans out one after another.
   *
   * @return how many pixels they hold
   */
  public int pack() {
    int next = 0;
    for (int y = 0; y < from.length; y++) {
      offsets[y] = next - from[y];
      next = Math.addExact(next, to[y] - from[y]);
    }
    return next;
  }

  /**
   * Returns where in the array the pixel of column 0 of each row would be.
   *
   * @return one offset a row
   */
  public int[] offsets() {
    return offsets;
  }

  /**
   * Returns the first column that is held, for each row.
   *
   * @return one column a row
   */
  public int[] from() {
    return from;
  }

  /**
   * Returns the column after the last that is held, for each row.
   *
   * @return one column a row, not below the first
   */
  public int[] to() {
    return to;
  }
}
