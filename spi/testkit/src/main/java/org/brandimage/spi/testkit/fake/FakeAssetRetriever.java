package org.brandimage.spi.testkit.fake;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetMatch;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.retrieve.Retrieval;
import org.brandimage.spi.retrieve.RetrieveRequest;

/**
 * A retriever that counts words: the score is the share of the entity's words among the asset's
 * tags, and half of them is enough. Thread-safe.
 */
public final class FakeAssetRetriever implements AssetRetriever {
  private static final double FLOOR = 0.5;
  private static final int MISSES = 3;

  private final List<Asset> library;

  /** Creates a retriever over {@link Fixtures#library()}. */
  public FakeAssetRetriever() {
    this(Fixtures.library());
  }

  /**
   * Creates a retriever over a library of your own.
   *
   * @param library the assets; copied
   */
  public FakeAssetRetriever(List<Asset> library) {
    this.library = List.copyOf(library);
  }

  @Override
  public Retrieval retrieve(RetrieveRequest request, StageContext context)
      throws InterruptedException {
    Entity entity = request.entity();
    context.checkActive();
    List<AssetMatch> scored =
        library.stream()
            .filter(asset -> asset.kind() == entity.kind())
            .filter(asset -> !request.excludedIds().contains(asset.id()))
            .map(asset -> new AssetMatch(asset, score(entity, asset)))
            .sorted(
                Comparator.comparingDouble(AssetMatch::score)
                    .reversed()
                    .thenComparing(match -> match.asset().id()))
            .toList();
    return new Retrieval(
        entity,
        scored.stream().filter(match -> match.score() >= FLOOR).limit(request.limit()).toList(),
        scored.stream().filter(match -> match.score() < FLOOR).limit(MISSES).toList());
  }

  private static double score(Entity entity, Asset asset) {
    Set<String> words = new TreeSet<>(List.of(entity.name().strip().split("\\s+")));
    return (double) words.stream().filter(asset.tags()::contains).count() / words.size();
  }
}
