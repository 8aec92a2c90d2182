package org.brandimage.benchmarks.retrieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;

/**
 * An embedder that costs next to nothing: a text is the sum of random directions of its words. For
 * figures of the library alone; embedding a million texts with a real model takes hours.
 */
final class HashedWordEmbedder implements Embedder {
  private final Map<String, float[]> directions = new ConcurrentHashMap<>();

  @Override
  public String model() {
    return "hashed-words-384";
  }

  @Override
  public int dimension() {
    return SentenceVectors.DIMENSION;
  }

  @Override
  public boolean embedsImages() {
    return false;
  }

  @Override
  public List<Embedding> embed(EmbedRequest request, StageContext context) {
    List<Embedding> embeddings = new ArrayList<>();
    for (String text : request.texts()) {
      float[] sum = new float[SentenceVectors.DIMENSION];
      for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
        // numbers are all different: kept, they would fill the heap that is to be measured
        float[] direction =
            word.matches("\\d+")
                ? direction(word)
                : directions.computeIfAbsent(word, HashedWordEmbedder::direction);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += direction[i];
        }
      }
      embeddings.add(Embedding.of(sum));
    }
    return embeddings;
  }

  private static float[] direction(String word) {
    Random random = new Random(word.hashCode() * 0x9E3779B97F4A7C15L);
    float[] values = new float[SentenceVectors.DIMENSION];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
