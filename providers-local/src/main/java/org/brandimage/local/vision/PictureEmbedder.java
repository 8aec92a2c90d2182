package org.brandimage.local.vision;

import java.util.Objects;
import java.util.Optional;
import org.brandimage.local.model.ModelStore;
import org.brandimage.spi.model.Embedder;

/**
 * An embedder of pictures, and of the words to find them by, that runs a model of the {@link
 * ModelStore}. Thread-safe; close it after its last use.
 */
public interface PictureEmbedder extends Embedder, AutoCloseable {
  /**
   * Opens the best that a store has the files of: {@link ClipEmbedder}, or else {@link
   * ConseEmbedder}.
   *
   * @param models the store
   * @param text embeds texts; stays yours to close
   * @return the embedder, to be closed; empty when the store has neither
   * @throws org.brandimage.spi.error.InvalidInputException when a file is there but cannot be used
   */
  static Optional<PictureEmbedder> open(ModelStore models, Embedder text) {
    Objects.requireNonNull(text, "text");
    if (ClipEmbedder.isServedBy(models)) {
      return Optional.of(ClipEmbedder.create(models));
    }
    return ConseEmbedder.isServedBy(models)
        ? Optional.of(ConseEmbedder.create(models, text))
        : Optional.empty();
  }

  /**
   * Opens the one that a library was ingested with.
   *
   * @param models the store
   * @param text embeds texts; stays yours to close
   * @param model the model wanted, as {@link
   *     org.brandimage.local.library.LibraryHealth#contentModel()} names it
   * @return the embedder, to be closed; empty when the store does not have that model
   * @throws org.brandimage.spi.error.InvalidInputException when a file is there but cannot be used
   */
  static Optional<PictureEmbedder> open(ModelStore models, Embedder text, String model) {
    if (ConseEmbedder.isServedBy(models) && ConseEmbedder.model(text).equals(model)) {
      return Optional.of(ConseEmbedder.create(models, text));
    }
    if (!ClipEmbedder.isServedBy(models) || !model.startsWith(ClipEmbedder.NAME)) {
      return Optional.empty();
    }
    ClipEmbedder clip = ClipEmbedder.create(models);
    if (clip.model().equals(model)) {
      return Optional.of(clip);
    }
    clip.close();
    return Optional.empty();
  }

  /** Frees the model. */
  @Override
  void close();
}
