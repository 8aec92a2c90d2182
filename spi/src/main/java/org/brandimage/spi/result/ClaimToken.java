package org.brandimage.spi.result;

import java.util.Objects;

/**
 * The proof of a claim: who holds it may complete or abandon the claim, nobody else. A key that is
 * claimed again later gets a greater number, so that a result that comes late is told from the
 * result of the later claim.
 *
 * @param key the claimed key
 * @param number greater than 0 and than that of every earlier claim of the key
 */
public record ClaimToken(String key, long number) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when the number is below 1
   */
  public ClaimToken {
    Objects.requireNonNull(key, "key");
    if (number < 1) {
      throw new IllegalArgumentException("number must be at least 1: " + number);
    }
  }
}
