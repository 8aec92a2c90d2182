package org.brandimage.spi.result;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A store that makes sure each paid call is carried out once: claim its key, then complete or
 * abandon the claim. Every later run with the same key finds the stored result. Implementations are
 * thread-safe.
 *
 * <p>The key identifies stage, model, request, seed and tenant, never the run, so that a repeated
 * or refined run finds what an earlier one has paid for.
 *
 * <p>A claim whose owner ended without completing or abandoning it is lost. What becomes of it
 * stands in its {@link ClaimRequest}: the key is free again, or its outcome is unknown until
 * somebody {@linkplain #resolve decides}.
 */
public interface ResultStore {
  /**
   * Claims a key. The caller that gets {@link Claim.Status#NEW} must call {@link #complete} or
   * {@link #abandon} with the token it got; everyone else must not.
   *
   * @param request the paid call that is to be made
   * @return what is known under its key
   * @throws org.brandimage.spi.error.ResultStoreException when the claim cannot be written down;
   *     the call must not be made then
   */
  Claim claim(ClaimRequest request);

  /**
   * Stores the result of a claim and wakes those who wait for it. A result that comes after its
   * claim was declared lost is still accepted, unless the key was claimed again.
   *
   * @param token the proof of the claim
   * @param result the result
   * @return what became of it
   * @throws IllegalArgumentException when the store has not given out the token
   * @throws org.brandimage.spi.error.ResultStoreException when the result cannot be kept
   */
  Completion complete(ClaimToken token, PaidResult result);

  /**
   * Gives a claim up. Does nothing when the claim is no longer the caller's.
   *
   * @param token the proof of the claim
   * @param outcome whether the call may have been executed
   * @throws IllegalArgumentException when the store has not given out the token
   */
  void abandon(ClaimToken token, Outcome outcome);

  /**
   * Waits until a key is no longer in flight, or the time is over.
   *
   * @param key a key that {@link #claim} answered with {@link Claim.Status#IN_FLIGHT}
   * @param timeout how long to wait at most
   * @throws InterruptedException when interrupted while waiting
   */
  void await(String key, Duration timeout) throws InterruptedException;

  /**
   * Returns a stored result without claiming its key.
   *
   * @param key the identity of the paid call
   * @return the result, or empty when there is none
   */
  Optional<PaidResult> find(String key);

  /**
   * Returns the claims whose outcome is not known, those given up among them.
   *
   * @return a copy, oldest first
   */
  List<UnresolvedClaim> unresolved();

  /**
   * Decides about a claim whose outcome is not known.
   *
   * @param key the key of one of {@link #unresolved}
   * @param resolution the decision
   * @throws IllegalArgumentException when the key is none of {@link #unresolved}
   */
  void resolve(String key, Resolution resolution);

  /** What is known of a call that was given up. */
  enum Outcome {
    /** It was surely not executed: the next caller may claim the key anew. */
    NOT_EXECUTED,
    /** It may have been executed and paid for: the key stays {@link Claim.Status#UNKNOWN}. */
    UNKNOWN
  }

  /** What became of a result. */
  enum Completion {
    /** It is kept, and every later claim of the key gets it. */
    STORED,
    /** It came after its claim was declared lost, and is kept all the same. */
    STORED_LATE,
    /** The key has another owner or result by now: it was paid for, but is not used. */
    SURPLUS
  }

  /**
   * Returns a store on the heap that lives as long as it is referenced and keeps at most 256 MiB of
   * results: some 170 encoded pictures of 1024 × 1024.
   *
   * @return an empty store
   */
  static ResultStore inMemory() {
    return inMemory(256L << 20);
  }

  /**
   * Returns a store on the heap that lives as long as it is referenced. When its finished results
   * take more than the bound, those used longest ago are forgotten, and equal requests are then
   * carried out anew; the last result always stays. Requests in flight and unknown outcomes are
   * never forgotten.
   *
   * @param maxBytes the bound, at least 0, on what {@link SizedResult}s say they keep
   * @return an empty store
   * @throws IllegalArgumentException when the bound is negative
   */
  static ResultStore inMemory(long maxBytes) {
    return new InMemoryResultStore(maxBytes);
  }
}
