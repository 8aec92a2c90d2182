package org.brandimage.bedrock.gateway;

import java.time.Duration;
import java.util.Map;
import org.brandimage.bedrock.wire.ModelIds;

/** What a gateway was built with. */
record GatewaySettings(
    BedrockPrices prices,
    RetryPolicy retries,
    Map<String, RateLimit> limits,
    Duration callTimeout,
    GatewayClock clock) {
  GatewaySettings {
    limits = Map.copyOf(limits);
  }

  /** Makes the pace of a model; a limit may be given for the id itself or its foundation model. */
  ModelPace pace(String model) {
    RateLimit limit = limits.get(model);
    return new ModelPace(limit == null ? limits.get(ModelIds.base(model)) : limit, retries, clock);
  }
}
