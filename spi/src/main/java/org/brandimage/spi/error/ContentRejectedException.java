package org.brandimage.spi.error;

import java.util.Objects;

/**
 * The error of a call whose content a provider's filter refused. It holds the category, but not the
 * refused text or picture.
 */
public final class ContentRejectedException extends StageException {
  private static final long serialVersionUID = 1L;

  private final String category;

  /**
   * Creates the error.
   *
   * @param category the category of the objection, in the provider's words ("prompt", "output
   *     image")
   * @param message what happened and what to do about it
   * @param attempt how often it was tried
   */
  public ContentRejectedException(String category, String message, RetryInfo attempt) {
    super(message, null, attempt);
    this.category = Objects.requireNonNull(category, "category");
  }

  /** {@return the category of the objection, in the provider's words} */
  public String category() {
    return category;
  }
}
