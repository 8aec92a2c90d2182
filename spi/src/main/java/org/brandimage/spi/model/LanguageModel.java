package org.brandimage.spi.model;

import org.brandimage.spi.context.StageContext;

/**
 * A multimodal language model that answers with JSON. Thread-safe. An implementation reserves and
 * settles its cost on the context and records the call there. It retries failed calls itself, so
 * its callers must not retry.
 */
@FunctionalInterface
public interface LanguageModel {
  /**
   * Completes a request.
   *
   * @param request instructions, data, pictures and the schema of the reply
   * @param context the context of the run
   * @return the reply, as JSON that should fit the schema
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when the model gave no usable answer
   */
  LanguageReply complete(LanguageRequest request, StageContext context) throws InterruptedException;
}
