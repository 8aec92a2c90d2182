package org.brandimage.local.library;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses matches that fit and differ: maximal marginal relevance (Carbonell and Goldstein, "The
 * Use of MMR, Diversity-Based Reranking", SIGIR 1998). Stateless.
 */
final class DiverseChoice {
  private DiverseChoice() {}

  /**
   * Chooses, one after another, what has the largest {@code (1 - diversity) * fit - diversity *
   * likeness}, where fit is the score divided by the best one, and likeness the cosine with the
   * most alike of those chosen before.
   *
   * @param bestFirst what fits, best first
   * @param limit the most to choose
   * @param diversity from 0, the best, to 1
   * @return the chosen, best first
   */
  static List<Scored> of(List<Scored> bestFirst, int limit, double diversity) {
    if (diversity == 0 || bestFirst.size() <= limit) {
      return bestFirst.subList(0, Math.min(limit, bestFirst.size()));
    }
    List<Scored> left = new ArrayList<>(bestFirst);
    List<Scored> chosen = new ArrayList<>(List.of(left.remove(0)));
    double best = Math.max(1e-9, bestFirst.get(0).score());
    while (chosen.size() < limit) {
      Scored next = left.get(0);
      double nextWorth = Double.NEGATIVE_INFINITY;
      for (Scored candidate : left) {
        double fit = candidate.score() / best;
        double worth = (1 - diversity) * fit - diversity * likeness(candidate, chosen);
        if (worth > nextWorth) {
          next = candidate;
          nextWorth = worth;
        }
      }
      left.remove(next);
      chosen.add(next);
    }
    chosen.sort(Scored.BEST_FIRST);
    return chosen;
  }

  private static double likeness(Scored candidate, List<Scored> chosen) {
    double most = 0;
    for (Scored other : chosen) {
      most = Math.max(most, candidate.entry().likeness(other.entry()));
    }
    return most;
  }
}
