package org.brandimage.bedrock.gateway;

/**
 * The rate an account may call a model at, shared by all stages and threads of a {@link
 * BedrockGateway}. Take the numbers from your account's quotas; they differ by account and Region.
 *
 * @param requestsPerMinute at least 1
 * @param tokensPerMinute input and output tokens together, at least 1; {@link Long#MAX_VALUE} for
 *     no limit, as with image models
 */
public record RateLimit(long requestsPerMinute, long tokensPerMinute) {
  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when one is below 1
   */
  public RateLimit {
    if (requestsPerMinute < 1 || tokensPerMinute < 1) {
      throw new IllegalArgumentException(
          "limits must be at least 1: " + requestsPerMinute + ", " + tokensPerMinute);
    }
  }

  /**
   * Returns a limit of requests only.
   *
   * @param perMinute at least 1
   * @return the limit
   */
  public static RateLimit requests(long perMinute) {
    return new RateLimit(perMinute, Long.MAX_VALUE);
  }
}
