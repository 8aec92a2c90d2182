package org.brandimage.local.index;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * A search in a navigable graph (Malkov and Yashunin, "Efficient and robust approximate nearest
 * neighbor search using Hierarchical Navigable Small World graphs", TPAMI 2020) as hnswlib-core
 * builds it. A choice for libraries searched far more often than changed; {@link
 * BinaryQuantizedIndex} is the default, see the benchmarks.
 *
 * <p>Rows are built into the graph when the index is made and when a search first meets new ones:
 * milliseconds each, and every vector is held in memory a second time. Removed and filtered rows
 * stay in the graph and are passed over: more are fetched until enough are left, and where a filter
 * leaves less than one row in {@value #LEAST_SHARE} the scan is exact. Of rows at the same distance
 * as the last one found any may be left out.
 *
 * <p>hnswlib-core is an optional dependency: add {@code com.github.jelmerk:hnswlib-core} to use
 * this class.
 */
public final class HnswVectorIndex implements VectorIndex {
  private static final int LEAST_SHARE = 20;
  private static final int SPARE = 10;

  private final VectorRows rows;
  private final HnswGraph graph;
  private volatile int built;

  private HnswVectorIndex(VectorRows rows, int searchBreadth) {
    this.rows = rows;
    this.graph = new HnswGraph(rows.dimension(), rows.size(), searchBreadth);
  }

  /**
   * Builds the graph of all rows there are.
   *
   * @param rows the rows
   * @param searchBreadth how many rows a search keeps in view (hnswlib's ef), 1 or above; 100 finds
   *     nearly all, more is slower and more exact
   * @return the index
   * @throws IllegalStateException when hnswlib-core is not on the class path
   */
  public static HnswVectorIndex over(VectorRows rows, int searchBreadth) {
    if (searchBreadth < 1) {
      throw new IllegalArgumentException("searchBreadth must be 1 or above: " + searchBreadth);
    }
    Objects.requireNonNull(rows, "rows");
    try {
      HnswVectorIndex index = new HnswVectorIndex(rows, searchBreadth);
      index.catchUp();
      return index;
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException(
          "class path has no hnswlib-core; add com.github.jelmerk:hnswlib-core", e);
    }
  }

  @Override
  public VectorRows rows() {
    return rows;
  }

  @Override
  public List<Neighbour> nearest(NearestQuery query) {
    NearestQuery.checked(query.shared(), rows.dimension());
    catchUp();
    BitSet eligible = query.eligible(rows.live());
    long candidates = eligible.cardinality();
    long all = Math.max(1, built);
    if (candidates <= query.limit() || candidates * LEAST_SHARE < all) {
      return FlatIndex.scan(rows, query, eligible);
    }
    long wanted = (long) query.limit() + SPARE;
    for (long fetch = wanted * all / candidates; fetch < all; fetch *= 2) {
      BitSet found = fetched(query, (int) fetch, eligible);
      if (found.cardinality() >= wanted) {
        return FlatIndex.scan(rows, query, found);
      }
    }
    return FlatIndex.scan(rows, query, eligible);
  }

  private BitSet fetched(NearestQuery query, int count, BitSet eligible) {
    BitSet found = graph.nearest(query.shared(), count);
    found.and(eligible);
    return found;
  }

  private void catchUp() {
    int size = rows.size();
    if (built >= size) {
      return;
    }
    synchronized (this) {
      graph.makeRoom(size);
      for (int row = built; row < size; row++) {
        float[] vector = new float[rows.dimension()];
        rows.read(row, vector);
        graph.add(row, vector);
      }
      built = Math.max(built, size);
    }
  }

  @Override
  public String toString() {
    return "HnswVectorIndex[" + rows.size() + " rows]";
  }
}
