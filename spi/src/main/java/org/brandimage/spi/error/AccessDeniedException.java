package org.brandimage.spi.error;

import org.jspecify.annotations.Nullable;

/**
 * The error of a call that a service refused because of the caller's credentials or rights. Correct
 * the account, then retry.
 */
public final class AccessDeniedException extends StageException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message what happened and what to do about it
   * @param cause what led to it, or null when there is none
   * @param attempt how often it was tried
   */
  public AccessDeniedException(String message, @Nullable Throwable cause, RetryInfo attempt) {
    super(message, cause, attempt);
  }
}
