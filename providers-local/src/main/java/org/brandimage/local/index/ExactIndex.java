package org.brandimage.local.index;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/** A scan that compares the query with every row: exact, nothing to build, linear in the rows. */
public final class ExactIndex implements VectorIndex {
  private final VectorRows rows;

  private ExactIndex(VectorRows rows) {
    this.rows = rows;
  }

  /**
   * Searches rows.
   *
   * @param rows the rows
   * @return the index
   */
  public static ExactIndex over(VectorRows rows) {
    return new ExactIndex(Objects.requireNonNull(rows, "rows"));
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
    TopRows top = new TopRows(rows, query);
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
    return "ExactIndex[" + rows.size() + " rows]";
  }
}
