package org.brandimage.spi.model;

import java.util.List;
import org.brandimage.spi.context.StageContext;

/**
 * A model that turns texts, and with some models pictures, into vectors of length 1. Thread-safe.
 */
public interface Embedder {
  /**
   * Returns the id of the model; vectors of different models must not be mixed.
   *
   * @return the id, with the version
   */
  String model();

  /**
   * Returns the dimension of every embedding. Makes no call.
   *
   * @return at least 1
   */
  int dimension();

  /**
   * Tells whether pictures can be embedded beside texts.
   *
   * @return true when requests with images are served
   */
  boolean embedsImages();

  /**
   * Embeds texts or pictures.
   *
   * @param request what to embed
   * @param context the run
   * @return one embedding an entry, in order
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.UnsupportedInputException when pictures are not served
   */
  List<Embedding> embed(EmbedRequest request, StageContext context) throws InterruptedException;
}
