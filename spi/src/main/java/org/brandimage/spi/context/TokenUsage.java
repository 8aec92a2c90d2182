package org.brandimage.spi.context;

/**
 * The tokens a call to a language model used.
 *
 * @param input tokens read, at least 0
 * @param output tokens written, at least 0
 */
public record TokenUsage(long input, long output) {
  /** No tokens. */
  public static final TokenUsage NONE = new TokenUsage(0, 0);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when one is negative
   */
  public TokenUsage {
    if (input < 0 || output < 0) {
      throw new IllegalArgumentException("tokens must not be negative: " + input + ", " + output);
    }
  }
}
