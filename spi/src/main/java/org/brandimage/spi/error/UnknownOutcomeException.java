package org.brandimage.spi.error;

import org.jspecify.annotations.Nullable;

/**
 * The error of a paid request whose outcome is unknown, such as after a read time-out or a
 * connection reset. It may have been executed and billed, so it is never retried automatically.
 */
public final class UnknownOutcomeException extends StageException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message what happened and what to do about it
   * @param cause what led to it, or null when there is none
   * @param attempt how often it was tried
   */
  public UnknownOutcomeException(String message, @Nullable Throwable cause, RetryInfo attempt) {
    super(message, cause, attempt);
  }
}
