package org.brandimage.bedrock.gateway;

import org.brandimage.spi.error.BrandImageException;

/**
 * What is known of a request that brought no reply.
 *
 * @param outcome whether it may have been executed, and so billed
 * @param error what the caller sees when it is not repeated
 * @param mostAttempts how often such a request is sent at most
 */
record Failure(Outcome outcome, BrandImageException error, int mostAttempts) {
  /** Whether a request may have been executed. */
  enum Outcome {
    /** Surely not; the same request may succeed soon. */
    NOT_EXECUTED,
    /** Unknown. */
    UNKNOWN,
    /** Surely not, and the same request never will be. */
    REFUSED
  }
}
