package org.brandimage.local.index;

import com.github.jelmerk.hnswlib.core.DistanceFunctions;
import com.github.jelmerk.hnswlib.core.Item;
import com.github.jelmerk.hnswlib.core.SearchResult;
import com.github.jelmerk.hnswlib.core.hnsw.HnswIndex;
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
 */
public final class HnswVectorIndex implements VectorIndex {
  private static final int LINKS = 16;
  private static final int BUILD_BREADTH = 200;
  private static final int LEAST_ROWS = 1024;
  private static final int LEAST_SHARE = 20;
  private static final int SPARE = 10;

  private final VectorRows rows;
  private final HnswIndex<Integer, float[], RowItem, Float> graph;
  private volatile int built;

  private HnswVectorIndex(VectorRows rows, int searchBreadth) {
    this.rows = rows;
    this.graph =
        HnswIndex.newBuilder(
                rows.dimension(),
                DistanceFunctions.FLOAT_INNER_PRODUCT,
                Math.max(LEAST_ROWS, rows.size()))
            .withM(LINKS)
            .withEfConstruction(BUILD_BREADTH)
            .withEf(searchBreadth)
            .build();
  }

  /**
   * Builds the graph of all rows there are.
   *
   * @param rows the rows
   * @param searchBreadth how many rows a search keeps in view (hnswlib's ef), 1 or above; 100 finds
   *     nearly all, more is slower and more exact
   * @return the index
   */
  public static HnswVectorIndex over(VectorRows rows, int searchBreadth) {
    if (searchBreadth < 1) {
      throw new IllegalArgumentException("searchBreadth must be 1 or above: " + searchBreadth);
    }
    HnswVectorIndex index =
        new HnswVectorIndex(Objects.requireNonNull(rows, "rows"), searchBreadth);
    index.catchUp();
    return index;
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
    BitSet found = new BitSet();
    for (SearchResult<RowItem, Float> result : graph.findNearest(query.shared(), count)) {
      found.set(result.item().row);
    }
    found.and(eligible);
    return found;
  }

  private void catchUp() {
    int size = rows.size();
    if (built >= size) {
      return;
    }
    synchronized (this) {
      if (size > graph.getMaxItemCount()) {
        graph.resize(Math.max(size, graph.getMaxItemCount() + graph.getMaxItemCount() / 2));
      }
      for (int row = built; row < size; row++) {
        float[] vector = new float[rows.dimension()];
        rows.read(row, vector);
        graph.add(new RowItem(row, vector));
      }
      built = Math.max(built, size);
    }
  }

  @Override
  public String toString() {
    return "HnswVectorIndex[" + rows.size() + " rows]";
  }

  /** A row as the graph holds it. */
  private static final class RowItem implements Item<Integer, float[]> {
    private static final long serialVersionUID = 1L;

    private final int row;
    private final float[] vector;

    RowItem(int row, float[] vector) {
      this.row = row;
      this.vector = vector;
    }

    @Override
    public Integer id() {
      return row;
    }

    @Override
    public float[] vector() {
      return vector;
    }

    @Override
    public int dimensions() {
      return vector.length;
    }
  }
}
