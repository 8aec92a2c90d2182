package org.brandimage.local.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brandimage.local.language.WordStems;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.EmbedRequest.Purpose;
import org.brandimage.spi.model.Embedding;
import org.jspecify.annotations.Nullable;

/**
 * A search query with its embeddings. A product is compared by its whole phrase and, with equal
 * weight, by its head noun: a leather jacket is near a leather handbag, a jacket is not. Immutable.
 */
final class EmbeddedQuery {
  private static final int LONGEST = 500;

  /** Chosen on 41 queries for ten photographed products; from 0.5 to 1 it hardly matters. */
  private static final double AGREEMENT = 0.75;

  private final String name;
  private final List<Embedding> embeddings;
  private final List<Cohort.Chance> chances;
  private final @Nullable Embedding picture;
  private final Cohort.@Nullable Chance pictureChance;

  private EmbeddedQuery(
      String name,
      List<Embedding> embeddings,
      Cohort cohort,
      @Nullable Embedding picture,
      @Nullable Cohort pictures) {
    this.name = name;
    this.embeddings = embeddings;
    this.chances = embeddings.stream().map(cohort::ofQuery).toList();
    this.picture = picture;
    this.pictureChance = picture == null || pictures == null ? null : pictures.ofQuery(picture);
  }

  /**
   * Embeds a query, in one request to each embedder. Pictures are compared with the whole phrase:
   * what a classifier sees is vague, and the words beside the noun say much of it.
   *
   * @param entity what is looked for
   * @param spaces the embedders of the index
   * @param context the run
   * @return the query
   * @throws InterruptedException when cancelled
   */
  static EmbeddedQuery of(Entity entity, EmbeddingSpaces spaces, StageContext context)
      throws InterruptedException {
    String whole = entity.name();
    String name = whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
    List<String> texts = new ArrayList<>();
    texts.add(name);
    String head = WordStems.headWord(name);
    if (entity.kind() == EntityKind.PRODUCT && !head.isEmpty() && !head.equals(name)) {
      texts.add(head);
    }
    List<Embedding> embeddings =
        spaces.text().embed(EmbedRequest.ofTexts(texts, Purpose.QUERY), context);
    Embedding picture = null;
    if (spaces.sameSpace()) {
      picture = embeddings.get(0);
    } else if (spaces.content() != null) {
      EmbedRequest request = EmbedRequest.ofTexts(List.of(name), Purpose.QUERY);
      picture = spaces.content().embed(request, context).get(0);
    }
    return new EmbeddedQuery(
        name, embeddings, spaces.textCohort(), picture, spaces.contentCohort());
  }

  /**
   * Returns the text of the query.
   *
   * @return the noun phrase
   */
  String name() {
    return name;
  }

  /**
   * Returns the vectors to search descriptions with.
   *
   * @return one or two
   */
  List<Embedding> embeddings() {
    return embeddings;
  }

  /**
   * Returns the vector to search pictures with.
   *
   * @return the vector, or empty when pictures are not embedded
   */
  Optional<Embedding> picture() {
    return Optional.ofNullable(picture);
  }

  /**
   * Scores an asset: the better of what its words and its pictures say, three quarters of the other
   * where that speaks for it too, and the words it shares. Either alone is enough, since many
   * assets are photos without words or things outside the classifier's classes; both together are
   * more.
   *
   * @param asset the asset
   * @param lexicalWeight what a full share of common words counts
   * @return standard deviations above chance
   */
  double score(IndexedAsset asset, double lexicalWeight) {
    double sum = 0;
    for (int i = 0; i < embeddings.size(); i++) {
      sum += asset.similarity(embeddings.get(i), chances.get(i));
    }
    double words = sum / embeddings.size();
    double seen =
        picture == null || pictureChance == null
            ? Double.NEGATIVE_INFINITY
            : asset.pictureSimilarity(picture, pictureChance);
    double agreeing = AGREEMENT * Math.max(0, Math.min(words, seen));
    return Math.max(words, seen) + agreeing + lexicalWeight * asset.sharedWords(name);
  }
}
