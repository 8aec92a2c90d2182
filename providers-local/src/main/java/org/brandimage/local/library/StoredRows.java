package org.brandimage.local.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import org.brandimage.local.index.VectorRows;

/**
 * The vectors of one space of a library, in their mapped file. Rows of removed and replaced assets
 * are not live. Immutable.
 */
final class StoredRows implements VectorRows {
  private static final int NO_OWNER = -1;

  private final MappedFile file;
  private final int dimension;
  private final int[] owners;
  private final IdTable ids;
  private final BitSet live = new BitSet();

  private StoredRows(MappedFile file, int dimension, int size, IdTable ids) {
    this.file = file;
    this.dimension = dimension;
    this.owners = new int[size];
    this.ids = ids;
    Arrays.fill(owners, NO_OWNER);
  }

  static StoredRows open(Path file, int dimension, int size, IdTable ids) throws IOException {
    int row = dimension * Float.BYTES;
    return new StoredRows(MappedFile.open(file, (long) size * row, row), dimension, size, ids);
  }

  /** Returns whether the rows of an asset match their checksum. */
  boolean isWhole(VectorRange range) {
    long row = (long) dimension * Float.BYTES;
    return range.count() == 0 || file.crc(range.first() * row, range.count() * row) == range.crc();
  }

  /** Gives rows to an asset; only while the snapshot is being opened. */
  void own(VectorRange range, int ordinal) {
    Arrays.fill(owners, range.first(), range.first() + range.count(), ordinal);
    live.set(range.first(), range.first() + range.count());
  }

  /**
   * Returns the asset a live row belongs to.
   *
   * @param row the row
   * @return the asset's ordinal
   */
  int owner(int row) {
    return owners[row];
  }

  /**
   * Returns the rows of assets.
   *
   * @param ordinals the assets
   * @return a fresh set of live rows
   */
  BitSet ownedBy(BitSet ordinals) {
    BitSet rows = new BitSet(owners.length);
    for (int row = 0; row < owners.length; row++) {
      if (owners[row] >= 0 && ordinals.get(owners[row])) {
        rows.set(row);
      }
    }
    return rows;
  }

  @Override
  public int size() {
    return owners.length;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public String id(int row) {
    return ids.id(owners[row]);
  }

  @Override
  public void read(int row, float[] target) {
    file.readFloats(row, target);
  }

  @Override
  public BitSet live() {
    return live;
  }
}
