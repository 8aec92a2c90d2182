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
 * @param purpose what the embeddings are for
 */
public record EmbedRequest(List<String> texts, List<ImageSource> images, Purpose purpose) {
  /** What an embedding is for; some models prepare the two differently. */
  public enum Purpose {
    /** To be searched for. */
    INDEX,
    /** To search with. */
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
   * Returns a request for texts.
   *
   * @param texts the texts
   * @param purpose what for
   * @return the request
   */
  public static EmbedRequest ofTexts(List<String> texts, Purpose purpose) {
    return new EmbedRequest(texts, List.of(), purpose);
  }

  /**
   * Returns a request for pictures.
   *
   * @param images the pictures
   * @param purpose what for
   * @return the request
   */
  public static EmbedRequest ofImages(List<ImageSource> images, Purpose purpose) {
    return new EmbedRequest(List.of(), images, purpose);
  }

  /**
   * Returns how many embeddings are asked for.
   *
   * @return at least 1
   */
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
