package org.brandimage.spi.error;

import org.jspecify.annotations.Nullable;

/**
 * The error of a call to a service that could not be reached or could not answer. The request was
 * certainly not executed.
 */
public final class ProviderUnavailableException extends StageException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message what happened and what to do about it
   * @param cause what led to it, or null when there is none
   * @param attempt how often it was tried
   */
  public ProviderUnavailableException(
      String message, @Nullable Throwable cause, RetryInfo attempt) {
    super(message, cause, attempt);
  }
}
