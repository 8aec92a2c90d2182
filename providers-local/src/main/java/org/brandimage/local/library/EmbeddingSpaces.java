package org.brandimage.local.library;

import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.model.Embedder;
import org.jspecify.annotations.Nullable;

/**
 * The embedding spaces of a library: an embedder of texts and, if pictures are embedded, one of
 * pictures, in the same space (ConSE) or in one of its own (CLIP), each with its chance level.
 * Immutable.
 */
final class EmbeddingSpaces {
  private final Embedder text;
  private final Cohort textCohort;
  private final @Nullable Embedder content;
  private final @Nullable Cohort contentCohort;
  private final boolean sameSpace;

  private EmbeddingSpaces(
      Embedder text, Cohort textCohort, @Nullable Embedder content, @Nullable Cohort ofContent) {
    this.text = text;
    this.textCohort = textCohort;
    this.content = content;
    this.contentCohort = ofContent;
    this.sameSpace = content != null && textCohort.equals(ofContent);
  }

  /**
   * Measures the chance levels of embedders.
   *
   * @param text embeds descriptions and queries
   * @param content embeds pictures and queries for them, if any does
   * @param context what the calls are recorded on
   * @return the spaces
   * @throws InterruptedException when cancelled
   */
  static EmbeddingSpaces of(Embedder text, @Nullable Embedder content, StageContext context)
      throws InterruptedException {
    Cohort cohort = Cohort.of(text, context);
    if (content == null) {
      return new EmbeddingSpaces(text, cohort, null, null);
    }
    boolean same =
        content.model().contains(text.model()) && content.dimension() == text.dimension();
    return new EmbeddingSpaces(
        text, cohort, content, same ? cohort : Cohort.ofPictures(content, context));
  }

  /**
   * Returns the embedder of texts.
   *
   * @return the embedder
   */
  Embedder text() {
    return text;
  }

  /**
   * Returns chance among texts.
   *
   * @return the cohort
   */
  Cohort textCohort() {
    return textCohort;
  }

  /**
   * Returns the embedder of pictures.
   *
   * @return the embedder, or null when pictures are not embedded
   */
  @Nullable Embedder content() {
    return content;
  }

  /**
   * Returns chance among pictures.
   *
   * @return the cohort, or null when pictures are not embedded
   */
  @Nullable Cohort contentCohort() {
    return contentCohort;
  }

  /**
   * Returns whether pictures lie in the space of the texts, so that one vector searches both.
   *
   * @return false also when pictures are not embedded
   */
  boolean sameSpace() {
    return sameSpace;
  }
}
