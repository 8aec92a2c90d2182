package org.brandimage.benchmarks.retrieve;

import com.github.jelmerk.hnswlib.core.DistanceFunctions;
import com.github.jelmerk.hnswlib.core.Item;
import com.github.jelmerk.hnswlib.core.hnsw.HnswIndex;

/** A graph of hnswlib-core with its usual parameters, M 16 and efConstruction 200. */
final class HnswlibRival {
  private final HnswIndex<Integer, float[], Row, Float> graph;

  HnswlibRival(float[][] rows) {
    graph =
        HnswIndex.newBuilder(
                VectorWorkload.DIMENSION, DistanceFunctions.FLOAT_INNER_PRODUCT, rows.length)
            .withM(16)
            .withEfConstruction(200)
            .build();
    for (int i = 0; i < rows.length; i++) {
      graph.add(new Row(i, rows[i]));
    }
  }

  /** Searches with a breadth; not for two breadths at once. */
  NearestRows breadth(int ef) {
    return query -> {
      graph.setEf(ef);
      return graph.findNearest(query, VectorWorkload.WANTED).stream()
          .mapToInt(result -> result.item().row)
          .toArray();
    };
  }

  /** A vector and its number. */
  private static final class Row implements Item<Integer, float[]> {
    private static final long serialVersionUID = 1L;

    private final int row;
    private final float[] vector;

    private Row(int row, float[] vector) {
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
