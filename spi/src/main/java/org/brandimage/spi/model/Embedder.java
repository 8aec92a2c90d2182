package org.brandimage.spi.model;

import java.util.List;
import org.brandimage.spi.context.StageContext;

/**
 * A model that turns texts, and with some models pictures, into vectors of length 1. Thread-safe.
 */
public interface Embedder {
  /**
   * {@return the id of the model, with its version} Vectors of different models must not be
   * compared with each other.
   */
  String model();

  /** {@return the dimension of every embedding, at least 1} Makes no call to the model. */
  int dimension();

  /**
   * {@return whether pictures can be embedded as well as texts: true when requests with images are
   * supported}
   */
  boolean embedsImages();

  /**
   * Embeds texts or pictures.
   *
   * @param request what to embed
   * @param context the context of the run
   * @return one embedding per text or picture, in order
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.UnsupportedInputException when pictures are not supported
   */
  List<Embedding> embed(EmbedRequest request, StageContext context) throws InterruptedException;
}
