package org.brandimage.spi.result;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer of a {@link ResultStore} to a claim. Immutable. */
public final class Claim {
  /** What is known under a key. */
  public enum Status {
    /** Nothing: the caller now holds the claim and carries the request out. */
    NEW,
    /** The result is there. */
    DONE,
    /** Another caller is carrying the request out. */
    IN_FLIGHT,
    /** An earlier request may have been executed; its result is lost. */
    UNKNOWN
  }

  private final Status status;
  private final @Nullable Object result;

  private Claim(Status status, @Nullable Object result) {
    this.status = Objects.requireNonNull(status, "status");
    this.result = result;
  }

  /**
   * Returns an answer without a result.
   *
   * @param status anything but {@link Status#DONE}
   * @return the answer
   */
  public static Claim of(Status status) {
    if (status == Status.DONE) {
      throw new IllegalArgumentException("status DONE needs a result: use Claim.done");
    }
    return new Claim(status, null);
  }

  /**
   * Returns an answer with a result.
   *
   * @param result the stored result
   * @return the answer
   */
  public static Claim done(Object result) {
    return new Claim(Status.DONE, Objects.requireNonNull(result, "result"));
  }

  /**
   * Returns what is known.
   *
   * @return the status
   */
  public Status status() {
    return status;
  }

  /**
   * Returns the stored result.
   *
   * @return the result when the status is {@link Status#DONE}, else empty
   */
  public Optional<Object> result() {
    return Optional.ofNullable(result);
  }

  @Override
  public String toString() {
    return "Claim[" + status + "]";
  }
}
