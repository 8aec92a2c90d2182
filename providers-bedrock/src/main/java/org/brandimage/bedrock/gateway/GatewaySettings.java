package org.brandimage.bedrock.gateway;

import java.time.Duration;
import java.util.Map;
import org.brandimage.bedrock.wire.ModelIds;

/** The settings of a gateway. */
record GatewaySettings(
    BedrockPrices prices,
    RetryPolicy retries,
    Map<String, RateLimit> limits,
    Duration callTimeout,
    GatewayClock clock) {
  GatewaySettings {
    limits = Map.copyOf(limits);
  }

  /** Returns a new limiter; its limit may be given for the id itself or its foundation model. */
  AdaptiveRateLimiter limiter(String model) {
    RateLimit limit = limits.get(model);
    return new AdaptiveRateLimiter(
        limit == null ? limits.get(ModelIds.base(model)) : limit, retries, clock);
  }
}
