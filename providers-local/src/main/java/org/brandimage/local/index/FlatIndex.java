package org.brandimage.local.index;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/** A scan that compares the query with every row: exact, nothing to build, linear in the rows. */
public final class FlatIndex implements VectorIndex {
  private final VectorRows rows;

  private FlatIndex(VectorRows rows) {
    this.rows = rows;
  }

  /**
   * Searches rows.
   *
   * @param rows the rows
   * @return the index
   */
  public static FlatIndex over(VectorRows rows) {
    return new FlatIndex(Objects.requireNonNull(rows, "rows"));
  }

  @Override
  public VectorRows rows() {
    return rows;
  }

  @Override
  public List<Neighbour> nearest(NearestQuery query) {
    NearestQuery.checked(query.shared(), rows.dimension());
    return scan(rows, query, query.eligible(rows.live()));
  }

  static List<Neighbour> scan(VectorRows rows, NearestQuery query, BitSet eligible) {
    TopK top = new TopK(rows, query);
    float[] vector = query.shared();
    int size = rows.size();
    for (int row = eligible.nextSetBit(0); row >= 0; row = eligible.nextSetBit(row + 1)) {
      if (row >= size) {
        break;
      }
      top.offer(row, rows.dot(row, vector));
    }
    return top.bestFirst();
  }

  @Override
  public String toString() {
    return "FlatIndex[" + rows.size() + " rows]";
  }
}
