package org.brandimage.spi.model;

import org.brandimage.spi.context.StageContext;

/**
 * A multimodal language model that answers with JSON. Thread-safe. It reserves and settles its cost
 * and records the call on the context; it retries failed calls itself, and its callers must not
 * retry.
 */
@FunctionalInterface
public interface LanguageModel {
  /**
   * Completes a request.
   *
   * @param request instructions, data, pictures and the schema of the reply
   * @param context the run
   * @return JSON that was asked to fit the schema
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when the model did not answer usefully
   */
  LanguageReply complete(LanguageRequest request, StageContext context) throws InterruptedException;
}
