package org.brandimage.opensearch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.brandimage.opensearch.KnnSearch.Hit;
import org.brandimage.spi.model.Embedding;

/**
 * Chooses hits that fit and differ, by maximal marginal relevance (Carbonell and Goldstein, "The
 * Use of MMR, Diversity-Based Reranking", SIGIR 1998): one after another, the largest {@code (1 -
 * diversity) * cosine - diversity * likeness to the most alike chosen before}. Stateless.
 */
final class DiverseHits {
  private DiverseHits() {}

  static List<Hit> of(List<Hit> bestFirst, int limit, double diversity) {
    if (diversity == 0 || bestFirst.size() <= limit) {
      return bestFirst.subList(0, Math.min(limit, bestFirst.size()));
    }
    List<Hit> left = new ArrayList<>(bestFirst);
    List<Hit> chosen = new ArrayList<>(List.of(left.remove(0)));
    while (chosen.size() < limit) {
      Comparator<Hit> worth =
          Comparator.comparingDouble(
              hit -> (1 - diversity) * hit.cosine() - diversity * likeness(hit, chosen));
      Hit next = left.stream().max(worth.thenComparing(Hit.BEST_FIRST.reversed())).orElseThrow();
      left.remove(next);
      chosen.add(next);
    }
    chosen.sort(Hit.BEST_FIRST);
    return chosen;
  }

  private static double likeness(Hit hit, List<Hit> chosen) {
    double most = 0;
    for (Hit other : chosen) {
      most = Math.max(most, vector(hit).cosine(vector(other)));
    }
    return most;
  }

  private static Embedding vector(Hit hit) {
    return Objects.requireNonNull(hit.vector(), "vector");
  }
}
