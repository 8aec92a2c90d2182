package org.brandimage.local.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;

/**
 * An asset and its score.
 *
 * @param entry the asset
 * @param score standard deviations above chance, and words shared
 */
record Scored(IndexedAsset entry, double score) {
  static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble(Scored::score)
          .reversed()
          .thenComparing(scored -> scored.entry().asset().id());

  /**
   * Scores assets and divides them into those that fit and those that do not.
   *
   * @param candidates the assets
   * @param query what is looked for
   * @param request how many are wanted, and how diverse
   * @param floor the score a match must reach
   * @param lexicalWeight what a full share of common words counts
   * @return the answer
   */
  static Retrieval rank(
      List<IndexedAsset> candidates,
      EmbeddedQuery query,
      RetrieveRequest request,
      double floor,
      double lexicalWeight) {
    List<Scored> scored = new ArrayList<>();
    candidates.forEach(entry -> scored.add(new Scored(entry, query.score(entry, lexicalWeight))));
    scored.removeIf(one -> !Double.isFinite(one.score()));
    scored.sort(BEST_FIRST);
    List<Scored> fitting = scored.stream().filter(one -> one.score() >= floor).toList();
    List<Scored> missing = scored.stream().filter(one -> one.score() < floor).toList();
    return answer(
        request.entity(),
        DiverseChoice.of(fitting, request.limit(), request.diversity()),
        missing.subList(0, Math.min(request.limit(), missing.size())));
  }

  private static Retrieval answer(Entity entity, List<Scored> fitting, List<Scored> missing) {
    return new Retrieval(
        entity,
        fitting.stream().map(Scored::match).toList(),
        missing.stream().map(Scored::match).toList());
  }

  private AssetMatch match() {
    return new AssetMatch(entry.asset(), score);
  }
}
