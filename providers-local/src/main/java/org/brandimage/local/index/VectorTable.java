package org.brandimage.local.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.brandimage.spi.error.InvalidInputException;

/**
 * Rows in memory, one an id, 4 bytes a value. Thread-safe: any number of readers, and changes one
 * after another. A removal costs a copy of one bit a row, and no index has to be built again.
 */
public final class VectorTable implements VectorRows {
  private static final int BLOCK_BITS = 10;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private final int dimension;
  private final Map<String, Integer> rowOfId = new HashMap<>();
  private volatile Rows rows = new Rows(new float[0][], new String[0], 0, new BitSet());

  private VectorTable(int dimension) {
    this.dimension = dimension;
  }

  /**
   * Makes a table without rows.
   *
   * @param dimension the length of its vectors, at least 1
   * @return the table
   */
  public static VectorTable create(int dimension) {
    if (dimension < 1) {
      throw new IllegalArgumentException("dimension must be 1 or above: " + dimension);
    }
    return new VectorTable(dimension);
  }

  /**
   * Appends a row.
   *
   * @param id what it stands for; not in the table yet
   * @param vector a vector of length 1; it is copied
   * @return its row
   * @throws InvalidInputException when the id is there, or the vector is of another dimension, not
   *     finite, or not of length 1
   */
  public synchronized int add(String id, float[] vector) {
    Objects.requireNonNull(id, "id");
    NearestQuery.checked(vector, dimension);
    if (rowOfId.containsKey(id)) {
      throw new InvalidInputException("id", id, "give every row another id, or remove it first");
    }
    Rows now = rows;
    int row = now.size;
    float[][] blocks = now.blocks;
    String[] ids = now.ids;
    if (row >>> BLOCK_BITS == blocks.length) {
      blocks = Arrays.copyOf(blocks, blocks.length + 1);
      blocks[blocks.length - 1] = new float[BLOCK * dimension];
    }
    if (row == ids.length) {
      ids = Arrays.copyOf(ids, Math.max(BLOCK, ids.length * 2));
    }
    System.arraycopy(
        vector, 0, blocks[row >>> BLOCK_BITS], (row & BLOCK - 1) * dimension, dimension);
    ids[row] = id;
    rowOfId.put(id, row);
    rows = new Rows(blocks, ids, row + 1, now.removed);
    return row;
  }

  /**
   * Removes a row; its number is not used again.
   *
   * @param id what it stands for
   * @return whether there was one
   */
  public synchronized boolean remove(String id) {
    Integer row = rowOfId.remove(id);
    if (row == null) {
      return false;
    }
    BitSet removed = (BitSet) rows.removed.clone();
    removed.set(row);
    rows = new Rows(rows.blocks, rows.ids, rows.size, removed);
    return true;
  }

  @Override
  public int size() {
    return rows.size;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public String id(int row) {
    return rows.ids[row];
  }

  @Override
  public void read(int row, float[] target) {
    float[] block = rows.blocks[row >>> BLOCK_BITS];
    System.arraycopy(block, (row & BLOCK - 1) * dimension, target, 0, dimension);
  }

  @Override
  public float dot(int row, float[] vector) {
    return DotProduct.of(rows.blocks[row >>> BLOCK_BITS], (row & BLOCK - 1) * dimension, vector);
  }

  @Override
  public BitSet live() {
    return rows.live();
  }

  @Override
  public String toString() {
    return "VectorTable[" + rows.size + " rows of " + dimension + "]";
  }

  /** One state of the table: readers take it once and are never disturbed. */
  private static final class Rows {
    private final float[][] blocks;
    private final String[] ids;
    private final int size;
    private final BitSet removed;
    private volatile BitSet live = new BitSet();
    private volatile boolean counted;

    private Rows(float[][] blocks, String[] ids, int size, BitSet removed) {
      this.blocks = blocks;
      this.ids = ids;
      this.size = size;
      this.removed = removed;
    }

    /** Made when first asked for, so that appending many rows stays linear. */
    private BitSet live() {
      if (!counted) {
        BitSet all = new BitSet(size);
        all.set(0, size);
        all.andNot(removed);
        live = all;
        counted = true;
      }
      return live;
    }
  }
}
