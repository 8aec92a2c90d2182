package org.brandimage.store;

import java.time.Duration;

/**
 * How long a store keeps results. What is forgotten is bought again when it is asked for again;
 * claims in flight and unknown outcomes are never forgotten.
 *
 * @param maxAge the greatest age of a result, above zero
 * @param maxBytes the most bytes of journal and pictures, at least 1; results are forgotten from
 *     the oldest on until the rest fits
 */
public record Retention(Duration maxAge, long maxBytes) {
  /** Results are kept until somebody forgets them. */
  public static final Retention FOREVER =
      new Retention(Duration.ofSeconds(Long.MAX_VALUE), Long.MAX_VALUE);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when one is not above zero
   */
  public Retention {
    if (maxAge.isNegative() || maxAge.isZero() || maxBytes < 1) {
      throw new IllegalArgumentException(
          "retention must be above zero: maxAge " + maxAge + ", maxBytes " + maxBytes);
    }
  }

  /** Tells whether a result of a time is too old at another time, both in milliseconds. */
  boolean expired(long at, long now) {
    return Duration.ofMillis(Math.max(0, now - at)).compareTo(maxAge) > 0;
  }
}
