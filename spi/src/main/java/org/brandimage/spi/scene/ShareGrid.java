package org.brandimage.spi.scene;

import java.util.Arrays;
import java.util.Objects;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.result.Fingerprint;

/**
 * A coarse picture of one number from 0 to 1 for each cell of a grid over a photo. Cells are equal
 * rectangles, by rows from the top left. Immutable and thread-safe.
 */
public final class ShareGrid {
  private final Size size;
  private final float[] values;

  private ShareGrid(Size size, float[] values) {
    this.size = size;
    this.values = values;
  }

  /**
   * Returns a grid of a copy of the given numbers.
   *
   * @param size the number of columns and rows
   * @param values one for each cell, by rows, from 0 to 1
   * @return the grid
   * @throws IllegalArgumentException when there are more or fewer numbers than cells, or one is
   *     outside 0 to 1
   */
  public static ShareGrid of(Size size, float[] values) {
    if (values.length != size.pixels()) {
      throw new IllegalArgumentException(
          "values must be one for each of " + size + " cells: " + values.length);
    }
    for (float value : values) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("values must be from 0 to 1: " + value);
      }
    }
    return new ShareGrid(size, values.clone());
  }

  /**
   * Returns a grid of one number.
   *
   * @param size the number of columns and rows
   * @param value from 0 to 1
   * @return the grid
   */
  public static ShareGrid filled(Size size, float value) {
    float[] values = new float[Math.toIntExact(size.pixels())];
    Arrays.fill(values, value);
    return of(size, values);
  }

  /** {@return the number of columns and rows} */
  public Size size() {
    return size;
  }

  /**
   * Returns the number of a cell.
   *
   * @param column from 0
   * @param row from 0
   * @return from 0 to 1
   * @throws IndexOutOfBoundsException when the cell is outside
   */
  public float at(int column, int row) {
    Objects.checkIndex(column, size.width());
    Objects.checkIndex(row, size.height());
    return values[row * size.width() + column];
  }

  /**
   * Returns the number of the cell at a place; places outside belong to the nearest cell.
   *
   * @param x share of the photo's width
   * @param y share of the photo's height
   * @return from 0 to 1
   */
  public float sample(double x, double y) {
    int column = (int) Math.min(Math.max(x * size.width(), 0), size.width() - 1);
    int row = (int) Math.min(Math.max(y * size.height(), 0), size.height() - 1);
    return values[row * size.width() + column];
  }

  /** {@return the numbers by rows, as a copy} */
  public float[] toArray() {
    return values.clone();
  }

  /** Adds the size and the numbers to a fingerprint. */
  void describe(Fingerprint print) {
    print.add(size.toString());
    for (float value : values) {
      print.add(value);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShareGrid that
        && size.equals(that.size)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * size.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "ShareGrid[" + size + "]";
  }
}
