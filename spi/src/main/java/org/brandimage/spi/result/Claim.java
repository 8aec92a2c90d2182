package org.brandimage.spi.result;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@link ResultStore} knows of a key when it is claimed. Immutable. */
public final class Claim {
  /** The states of a key. */
  public enum Status {
    /** The key was free and now belongs to the caller, who gets a token. */
    NEW,
    /** The result is at hand. */
    DONE,
    /** Another caller is at it. */
    IN_FLIGHT,
    /** The call may have been executed and paid for: it must not be repeated unasked. */
    UNKNOWN,
    /** The outcome was unknown, and it was decided not to make the call again. */
    GIVEN_UP
  }

  private final Status status;
  private final @Nullable ClaimToken token;
  private final @Nullable PaidResult result;

  private Claim(Status status, @Nullable ClaimToken token, @Nullable PaidResult result) {
    this.status = Objects.requireNonNull(status, "status");
    this.token = token;
    this.result = result;
  }

  /**
   * Returns an answer without token or result.
   *
   * @param status {@link Status#IN_FLIGHT}, {@link Status#UNKNOWN} or {@link Status#GIVEN_UP}
   * @return the answer
   * @throws IllegalArgumentException when the status needs a token or a result
   */
  public static Claim of(Status status) {
    if (status == Status.DONE || status == Status.NEW) {
      throw new IllegalArgumentException("status " + status + ": use Claim.done or Claim.granted");
    }
    return new Claim(status, null, null);
  }

  /**
   * Returns the answer that the key is now the caller's.
   *
   * @param token the proof of the claim
   * @return the answer
   */
  public static Claim granted(ClaimToken token) {
    return new Claim(Status.NEW, Objects.requireNonNull(token, "token"), null);
  }

  /**
   * Returns an answer with a result.
   *
   * @param result the stored result
   * @return the answer
   */
  public static Claim done(PaidResult result) {
    return new Claim(Status.DONE, null, Objects.requireNonNull(result, "result"));
  }

  /** {@return the state of the key} */
  public Status status() {
    return status;
  }

  /** {@return the proof of the claim when the status is {@link Status#NEW}, else empty} */
  public Optional<ClaimToken> token() {
    return Optional.ofNullable(token);
  }

  /** {@return the stored result when the status is {@link Status#DONE}, else empty} */
  public Optional<PaidResult> result() {
    return Optional.ofNullable(result);
  }

  @Override
  public String toString() {
    return "Claim[" + status + "]";
  }
}
