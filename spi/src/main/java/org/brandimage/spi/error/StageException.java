package org.brandimage.spi.error;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The error of a stage that could not do its work. {@link #retryable()} states whether the same
 * request may succeed later. Callers should decide by this and by the subclass, never by the
 * message.
 */
public class StageException extends BrandImageException {
  private static final long serialVersionUID = 1L;

  private final boolean retryable;
  private final int attempts;
  private final @Nullable String providerRequestId;

  /**
   * Creates an error after one attempt, which a repeat of the same request would not avoid.
   *
   * @param message what happened and what to do about it
   */
  public StageException(String message) {
    this(message, null, RetryInfo.once(false));
  }

  /**
   * Creates an error.
   *
   * @param message what happened and what to do about it
   * @param cause what led to it, or null when there is none
   * @param retry how often it was tried and whether another try makes sense
   */
  public StageException(String message, @Nullable Throwable cause, RetryInfo retry) {
    super(message, cause);
    Objects.requireNonNull(retry, "retry");
    this.retryable = retry.retryable();
    this.attempts = retry.count();
    this.providerRequestId = retry.requestId().isEmpty() ? null : retry.requestId();
  }

  /**
   * {@return whether the same request may succeed later: true for throttling, outages and
   * time-outs}
   */
  public final boolean retryable() {
    return retryable;
  }

  /** {@return the number of times that the request was sent, at least 1} */
  public final int attempts() {
    return attempts;
  }

  /**
   * {@return the service's own id of the failed request, or empty when the service gave none or no
   * service was involved}
   */
  public final Optional<String> providerRequestId() {
    return Optional.ofNullable(providerRequestId);
  }

  /**
   * The attempts of a failed request.
   *
   * @param count the number of times that it was sent, at least 1
   * @param retryable whether the same request may succeed later
   * @param requestId the service's id of the last request, empty when there is none
   */
  public record RetryInfo(int count, boolean retryable, String requestId) {
    /** Checks the values. */
    public RetryInfo {
      Objects.requireNonNull(requestId, "requestId");
      if (count < 1) {
        throw new IllegalArgumentException("count must be at least 1: " + count);
      }
    }

    /**
     * {@return the record of a single attempt without a request id}
     *
     * @param retryable whether the same request may succeed later
     */
    public static RetryInfo once(boolean retryable) {
      return new RetryInfo(1, retryable, "");
    }
  }
}
