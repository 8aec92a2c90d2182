package org.brandimage.local.index;

import java.util.BitSet;

/**
 * Unit vectors by row number, and the id each stands for. Rows are only ever appended; a removed
 * row keeps its number and is no longer {@link #live()}. Thread-safe: rows below a {@link #size()}
 * once returned can be read at any time.
 */
public interface VectorRows {
  /**
   * Returns the number of rows, removed ones among them.
   *
   * @return 0 or above
   */
  int size();

  /**
   * Returns the length of every vector.
   *
   * @return at least 1
   */
  int dimension();

  /**
   * Returns the id a row stands for; several rows may have the same.
   *
   * @param row from 0 to below {@link #size()}
   * @return the id
   */
  String id(int row);

  /**
   * Copies a vector.
   *
   * @param row from 0 to below {@link #size()}
   * @param target takes {@link #dimension()} values from its start
   */
  void read(int row, float[] target);

  /**
   * Returns the dot product of a row and a vector, which for unit vectors is the cosine.
   *
   * @param row from 0 to below {@link #size()}
   * @param vector {@link #dimension()} values
   * @return the product, summed in single precision
   */
  default float dot(int row, float[] vector) {
    float[] own = new float[vector.length];
    read(row, own);
    return DotProduct.of(own, 0, vector);
  }

  /**
   * Returns the rows that are not removed.
   *
   * @return a set that no longer changes
   */
  BitSet live();
}
