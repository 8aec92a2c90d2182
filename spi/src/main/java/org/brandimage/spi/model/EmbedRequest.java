package org.brandimage.spi.model;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.image.ImageSource;

/**
 * The input of an {@link Embedder}: texts, or pictures, to embed together. Exactly one of the lists
 * has entries.
 *
 * @param texts the texts; untrusted
 * @param images the pictures
 * @param purpose whether the embeddings are to be searched or to search with
 */
public record EmbedRequest(List<String> texts, List<ImageSource> images, Purpose purpose) {
  /** The use of an embedding. Some models compute the two uses differently. */
  public enum Purpose {
    /** An embedding in an index, to be searched. */
    INDEX,
    /** An embedding to search an index with. */
    QUERY
  }

  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException when both lists or neither has entries
   */
  public EmbedRequest {
    texts = List.copyOf(texts);
    images = List.copyOf(images);
    Objects.requireNonNull(purpose, "purpose");
    if (texts.isEmpty() == images.isEmpty()) {
      throw new IllegalArgumentException(
          "give texts or images: " + texts.size() + " texts, " + images.size() + " images");
    }
  }

  /**
   * {@return a request for texts}
   *
   * @param texts the texts, at least one; untrusted
   * @param purpose whether the embeddings are to be searched or to search with
   * @throws IllegalArgumentException when there is no text
   */
  public static EmbedRequest ofTexts(List<String> texts, Purpose purpose) {
    return new EmbedRequest(texts, List.of(), purpose);
  }

  /**
   * {@return a request for pictures}
   *
   * @param images the pictures, at least one
   * @param purpose whether the embeddings are to be searched or to search with
   * @throws IllegalArgumentException when there is no picture
   */
  public static EmbedRequest ofImages(List<ImageSource> images, Purpose purpose) {
    return new EmbedRequest(List.of(), images, purpose);
  }

  /** {@return the number of embeddings asked for, at least 1} */
  public int count() {
    return texts.size() + images.size();
  }

  @Override
  public String toString() {
    return "EmbedRequest["
        + texts.size()
        + " texts, "
        + images.size()
        + " images, "
        + purpose
        + "]";
  }
}
