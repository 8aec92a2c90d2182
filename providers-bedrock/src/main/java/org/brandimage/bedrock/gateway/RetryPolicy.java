package org.brandimage.bedrock.gateway;

import java.time.Duration;
import java.util.Objects;

/**
 * How a {@link BedrockGateway} repeats a call that surely was not executed: throttled, refused as
 * unavailable, or never sent. Immutable.
 *
 * <p>While a model throttles, its callers take turns: one of them probes, the others wait, so the
 * number of requests depends on the time, not on the number of threads. The pause doubles from
 * {@code firstPause} to {@code longestPause} and is halved by each success.
 *
 * @param maxAttempts how often one call is sent at most, at least 1
 * @param firstPause the pause after the first refusal, more than zero
 * @param longestPause the longest pause between two attempts, not below the first
 * @param longestWait how long one call waits for its turns in all before it fails as throttled
 * @param repeatUnknown whether a paid image whose outcome is unknown (a read time-out, a reset) is
 *     bought again; false, as it may be billed twice
 */
public record RetryPolicy(
    int maxAttempts,
    Duration firstPause,
    Duration longestPause,
    Duration longestWait,
    boolean repeatUnknown) {
  /** Twelve attempts, pauses of 1 to 20 seconds, 5 minutes in all, nothing bought twice. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(12, Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(5));

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when one is out of range
   */
  public RetryPolicy {
    Objects.requireNonNull(longestWait, "longestWait");
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("maxAttempts must be at least 1: " + maxAttempts);
    }
    if (firstPause.isNegative() || firstPause.isZero() || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "pauses must be more than zero and rise: " + firstPause + " to " + longestPause);
    }
  }

  /**
   * Creates a policy that never buys an image twice.
   *
   * @param maxAttempts how often one call is sent at most, at least 1
   * @param firstPause the pause after the first refusal
   * @param longestPause the longest pause between two attempts
   * @param longestWait how long one call waits in all
   */
  public RetryPolicy(
      int maxAttempts, Duration firstPause, Duration longestPause, Duration longestWait) {
    this(maxAttempts, firstPause, longestPause, longestWait, false);
  }

  /**
   * Returns this policy with another answer to unknown outcomes.
   *
   * @param repeat whether a paid image whose outcome is unknown is bought again
   * @return a policy
   */
  public RetryPolicy withRepeatUnknown(boolean repeat) {
    return new RetryPolicy(maxAttempts, firstPause, longestPause, longestWait, repeat);
  }
}
