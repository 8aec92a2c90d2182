package org.brandimage.spi.error;

import java.util.Objects;

/**
 * Content that a provider's filter refused. The category is kept; the refused text or picture is
 * not.
 */
public final class ContentRejectedException extends StageException {
  private static final long serialVersionUID = 1L;

  private final String category;

  /**
   * Creates the error.
   *
   * @param category what the filter objected to, in the provider's words ("prompt", "output image")
   * @param message what happened and what to do about it
   * @param attempt how often it was tried
   */
  public ContentRejectedException(String category, String message, RetryInfo attempt) {
    super(message, null, attempt);
    this.category = Objects.requireNonNull(category, "category");
  }

  /**
   * Returns what the filter objected to.
   *
   * @return the category in the provider's words
   */
  public String category() {
    return category;
  }
}
