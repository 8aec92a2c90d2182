package org.brandimage.local.library;

import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.model.EmbedRequest;
import org.brandimage.spi.model.EmbedRequest.Purpose;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.model.Embedding;

/**
 * Everyday words unrelated to either side of a search, as a baseline for cosines: symmetric score
 * normalisation as in speaker verification (Shum et al., "Unsupervised Speaker Adaptation based on
 * the Cosine Similarity for Text-Independent Speaker Verification", Odyssey 2010). Cosines of short
 * texts lie in a narrow band that differs from word to word and from model to model; the number of
 * standard deviations above the words' own chance level does not. Immutable.
 */
final class Cohort {
  private static final List<String> WORDS =
      List.of(
          "apple",
          "balloon",
          "bread",
          "brush",
          "bucket",
          "building",
          "carpet",
          "cat",
          "clock",
          "cloud",
          "coin",
          "door",
          "engine",
          "face",
          "fence",
          "fish",
          "flower",
          "glove",
          "hammer",
          "hand",
          "horse",
          "ice",
          "key",
          "ladder",
          "leaf",
          "letter",
          "machine",
          "map",
          "medicine",
          "music",
          "paper",
          "people",
          "plant",
          "rope",
          "ship",
          "sky",
          "soap",
          "spoon",
          "stone",
          "sugar",
          "sun",
          "ticket",
          "tool",
          "tree",
          "truck",
          "vegetable",
          "water",
          "wheel");

  /** Guards the division for embedders that find all words equally near. */
  private static final double SMALLEST_DEVIATION = 0.01;

  private final List<Embedding> asIndexed;
  private final List<Embedding> asQueries;

  private Cohort(List<Embedding> asIndexed, List<Embedding> asQueries) {
    this.asIndexed = asIndexed;
    this.asQueries = asQueries;
  }

  /**
   * Embeds the words.
   *
   * @param embedder the embedder
   * @param context what the two calls are recorded on
   * @return the cohort of this embedder
   * @throws InterruptedException when cancelled
   */
  static Cohort of(Embedder embedder, StageContext context) throws InterruptedException {
    return new Cohort(
        embedder.embed(EmbedRequest.ofTexts(WORDS, Purpose.INDEX), context),
        embedder.embed(EmbedRequest.ofTexts(WORDS, Purpose.QUERY), context));
  }

  /**
   * Embeds the words for an index of pictures whose vectors lie apart from those of texts, as
   * CLIP's do: there a query can only be seen from the pictures' side.
   *
   * @param embedder embeds texts and pictures
   * @param context what the call is recorded on
   * @return the cohort; its {@link #ofQuery} adds nothing to the level of the pictures
   * @throws InterruptedException when cancelled
   */
  static Cohort ofPictures(Embedder embedder, StageContext context) throws InterruptedException {
    List<Embedding> queries = embedder.embed(EmbedRequest.ofTexts(WORDS, Purpose.QUERY), context);
    return new Cohort(List.of(), queries);
  }

  /**
   * Returns how near a text of the index is to queries that have nothing to do with it.
   *
   * @param indexed the text's embedding
   * @return its chance level
   */
  Chance ofIndexed(Embedding indexed) {
    return Chance.of(indexed, asQueries);
  }

  /**
   * Returns how near a query is to indexed texts that have nothing to do with it.
   *
   * @param query the query's embedding
   * @return its chance level, {@link Chance#UNKNOWN} in a cohort of pictures
   */
  Chance ofQuery(Embedding query) {
    return asIndexed.isEmpty() ? Chance.UNKNOWN : Chance.of(query, asIndexed);
  }

  /**
   * The cosines of an embedding with unrelated ones.
   *
   * @param mean their mean
   * @param deviation their standard deviation, above 0
   */
  record Chance(double mean, double deviation) {
    /** Of a side that cannot be asked. */
    static final Chance UNKNOWN = new Chance(Double.NaN, 1);

    private static Chance of(Embedding one, List<Embedding> others) {
      double sum = 0;
      double squares = 0;
      for (Embedding other : others) {
        double cosine = one.cosine(other);
        sum += cosine;
        squares += cosine * cosine;
      }
      double mean = sum / others.size();
      double variance = Math.max(0, squares / others.size() - mean * mean);
      return new Chance(mean, Math.max(SMALLEST_DEVIATION, Math.sqrt(variance)));
    }

    /**
     * Returns how far a cosine is above chance.
     *
     * @param cosine the cosine
     * @return standard deviations
     */
    double above(double cosine) {
      return (cosine - mean) / deviation;
    }
  }
}
