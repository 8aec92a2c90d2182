package org.brandimage.spi.result;

import java.time.Duration;

/**
 * A store that makes sure each request is carried out once: claim its key, then complete or abandon
 * the claim. Every later run with the same key finds the stored result. Implementations are
 * thread-safe.
 *
 * <p>The key names stage, model, request and seed, never the run, so that a repeated or refined run
 * finds what an earlier one has paid for.
 */
public interface ResultStore {
  /**
   * Claims a key. The caller that gets {@link Claim.Status#NEW} must call {@link #complete} or
   * {@link #abandon}; everyone else must not.
   *
   * @param key the identity of the request
   * @return what is known under the key
   */
  Claim claim(String key);

  /**
   * Stores the result of a claim and wakes those who wait for it.
   *
   * @param key the claimed key
   * @param result the immutable result
   * @throws IllegalStateException when the key is not claimed
   */
  void complete(String key, Object result);

  /**
   * Gives a claim up.
   *
   * @param key the claimed key
   * @param outcome whether the request may have been executed
   * @throws IllegalStateException when the key is not claimed
   */
  void abandon(String key, Outcome outcome);

  /**
   * Waits until a key is no longer in flight, or the time is over.
   *
   * @param key a key that {@link #claim} answered with {@link Claim.Status#IN_FLIGHT}
   * @param timeout how long to wait at most
   * @throws InterruptedException when interrupted while waiting
   */
  void await(String key, Duration timeout) throws InterruptedException;

  /** What is known of a request that was given up. */
  enum Outcome {
    /** It was surely not executed: the next caller may claim the key anew. */
    NOT_EXECUTED,
    /** It may have been executed and paid for: the key stays {@link Claim.Status#UNKNOWN}. */
    UNKNOWN
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
