package org.brandimage.spi.result;

import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.ContentRejectedException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.UnsupportedInputException;

/**
 * The result of a paid call that was refused for good: an equal request would be refused again, so
 * it is kept like any other result and not paid for twice.
 *
 * @param kind what it was refused for
 * @param category what the provider objected to, in its words; empty for {@link
 *     Kind#UNSUPPORTED_INPUT}
 * @param message what happened and what to do about it
 */
public record Refusal(Kind kind, String category, String message) {
  /** What a request was refused for. */
  public enum Kind {
    /** The stage cannot work with the input. */
    UNSUPPORTED_INPUT,
    /** The provider's filter objects to the content. */
    CONTENT_REJECTED
  }

  /** Checks the values. */
  public Refusal {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(message, "message");
  }

  /**
   * Returns the refusal that an error stands for.
   *
   * @param error what a stage has thrown
   * @return the refusal, or empty when an equal request might be answered another time
   */
  public static Optional<Refusal> of(BrandImageException error) {
    String message = String.valueOf(error.getMessage());
    if (error instanceof ContentRejectedException rejected) {
      return Optional.of(new Refusal(Kind.CONTENT_REJECTED, rejected.category(), message));
    }
    return error instanceof UnsupportedInputException
        ? Optional.of(new Refusal(Kind.UNSUPPORTED_INPUT, "", message))
        : Optional.empty();
  }

  /** {@return a new error that says the same as the one it stands for} */
  public BrandImageException toException() {
    return switch (kind) {
      case UNSUPPORTED_INPUT -> new UnsupportedInputException(message);
      case CONTENT_REJECTED ->
          new ContentRejectedException(category, message, StageException.RetryInfo.once(false));
    };
  }
}
