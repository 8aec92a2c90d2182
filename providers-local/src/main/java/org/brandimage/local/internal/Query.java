package org.brandimage.local.internal;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.EmbedRequest.Purpose;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;

/**
 * What is looked for, embedded. A product counts as a whole and, as much, as the thing it is: a
 * leather jacket is near a leather handbag, a jacket is not. Immutable.
 */
public final class Query {
  private static final int LONGEST = 500;

  private final String name;
  private final List<Embedding> embeddings;
  private final List<Cohort.Chance> chances;

  private Query(String name, List<Embedding> embeddings, Cohort cohort) {
    this.name = name;
    this.embeddings = embeddings;
    this.chances = embeddings.stream().map(cohort::ofQuery).toList();
  }

  /**
   * Embeds what is looked for, in one request.
   *
   * @param entity what is looked for
   * @param embedder the embedder of the index
   * @param cohort tells chance
   * @param context the run
   * @return the query
   * @throws InterruptedException when cancelled
   */
  public static Query of(Entity entity, Embedder embedder, Cohort cohort, StageContext context)
      throws InterruptedException {
    String whole = entity.name();
    String name = whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
    List<String> texts = new ArrayList<>();
    texts.add(name);
    String head = WordStems.headWord(name);
    if (entity.kind() == EntityKind.PRODUCT && !head.isEmpty() && !head.equals(name)) {
      texts.add(head);
    }
    return new Query(
        name, embedder.embed(EmbedRequest.ofTexts(texts, Purpose.QUERY), context), cohort);
  }

  /**
   * Scores an asset.
   *
   * @param asset the asset
   * @param lexicalWeight what a full share of common words counts
   * @return standard deviations above chance
   */
  public double score(IndexedAsset asset, double lexicalWeight) {
    double sum = 0;
    for (int i = 0; i < embeddings.size(); i++) {
      sum += asset.similarity(embeddings.get(i), chances.get(i));
    }
    return sum / embeddings.size() + lexicalWeight * asset.sharedWords(name);
  }
}
