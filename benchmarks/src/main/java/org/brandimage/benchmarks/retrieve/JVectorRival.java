package org.brandimage.benchmarks.retrieve;

import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.ImmutableGraphIndex;
import io.github.jbellis.jvector.graph.ListRandomAccessVectorValues;
import io.github.jbellis.jvector.graph.SearchResult;
import io.github.jbellis.jvector.graph.similarity.BuildScoreProvider;
import io.github.jbellis.jvector.graph.similarity.DefaultSearchScoreProvider;
import io.github.jbellis.jvector.util.Bits;
import io.github.jbellis.jvector.vector.VectorSimilarityFunction;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import io.github.jbellis.jvector.vector.types.VectorTypeSupport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/**
 * A graph of JVector in memory with the parameters of its README: M 16, beam width 100, overflow
 * and alpha 1.2. On Java 17 it runs without its SIMD code, which needs Java 20 or later.
 */
final class JVectorRival {
  private static final VectorTypeSupport TYPES =
      VectorizationProvider.getInstance().getVectorTypeSupport();
  private static final VectorSimilarityFunction MEASURE = VectorSimilarityFunction.DOT_PRODUCT;

  private final ListRandomAccessVectorValues vectors;
  private final GraphSearcher searcher;

  JVectorRival(float[][] rows) throws IOException {
    List<VectorFloat<?>> wrapped = new ArrayList<>(rows.length);
    for (float[] row : rows) {
      wrapped.add(TYPES.createFloatVector(row));
    }
    vectors = new ListRandomAccessVectorValues(wrapped, VectorWorkload.DIMENSION);
    searcher = new GraphSearcher(build());
  }

  @SuppressWarnings("deprecation") // the builder that replaces it cannot be asked for layers
  private ImmutableGraphIndex build() throws IOException {
    ForkJoinPool one = new ForkJoinPool(1);
    try (GraphIndexBuilder builder =
        new GraphIndexBuilder(
            BuildScoreProvider.randomAccessScoreProvider(vectors, MEASURE),
            VectorWorkload.DIMENSION,
            16,
            100,
            1.2f,
            1.2f,
            true,
            true,
            one,
            one)) {
      return builder.build(vectors);
    } finally {
      one.shutdown();
    }
  }

  /** Searches with a breadth. */
  NearestRows breadth(int kept) {
    return query -> {
      SearchResult found =
          searcher.search(
              DefaultSearchScoreProvider.exact(TYPES.createFloatVector(query), MEASURE, vectors),
              VectorWorkload.WANTED,
              kept,
              0,
              0,
              Bits.ALL);
      return Arrays.stream(found.getNodes()).mapToInt(node -> node.node).toArray();
    };
  }
}
