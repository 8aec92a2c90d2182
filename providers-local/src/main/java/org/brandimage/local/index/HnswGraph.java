package org.brandimage.local.index;

import com.github.jelmerk.hnswlib.core.DistanceFunctions;
import com.github.jelmerk.hnswlib.core.Item;
import com.github.jelmerk.hnswlib.core.SearchResult;
import com.github.jelmerk.hnswlib.core.hnsw.HnswIndex;
import java.util.BitSet;

/**
 * A graph of hnswlib-core, in a class of its own so that {@link HnswVectorIndex} loads without that
 * library. Adding is for one thread at a time; searching is thread-safe.
 */
final class HnswGraph {
  private static final int LINKS = 16;
  private static final int BUILD_BREADTH = 200;
  private static final int LEAST_ROWS = 1024;

  private final HnswIndex<Integer, float[], RowItem, Float> graph;

  HnswGraph(int dimension, int size, int searchBreadth) {
    this.graph =
        HnswIndex.newBuilder(
                dimension, DistanceFunctions.FLOAT_INNER_PRODUCT, Math.max(LEAST_ROWS, size))
            .withM(LINKS)
            .withEfConstruction(BUILD_BREADTH)
            .withEf(searchBreadth)
            .build();
  }

  /** Grows the graph to hold so many rows. */
  void makeRoom(int size) {
    if (size > graph.getMaxItemCount()) {
      graph.resize(Math.max(size, graph.getMaxItemCount() + graph.getMaxItemCount() / 2));
    }
  }

  /** Adds a row; the vector is not copied. */
  void add(int row, float[] vector) {
    graph.add(new RowItem(row, vector));
  }

  /** Returns the rows found near a vector, at most so many. */
  BitSet nearest(float[] vector, int count) {
    BitSet found = new BitSet();
    for (SearchResult<RowItem, Float> result : graph.findNearest(vector, count)) {
      found.set(result.item().row);
    }
    return found;
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
