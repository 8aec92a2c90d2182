package org.brandimage.bedrock.gateway;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.brandimage.bedrock.wire.ModelIds;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** Builds a {@link BedrockGateway}. Not thread-safe. */
public final class GatewayBuilder {
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);
  private static final int DEFAULT_CONNECTIONS = 64;

  private @Nullable BedrockRuntimeClient client;
  private boolean clientMayRetry;
  private boolean estimatesOnly;
  private RetryPolicy retries = RetryPolicy.DEFAULT;
  private BedrockPrices prices = BedrockPrices.defaults();
  private Duration callTimeout = DEFAULT_TIMEOUT;
  private int connections = DEFAULT_CONNECTIONS;
  private GatewayClock clock = GatewayClock.system();
  private final Map<String, RateLimit> limits = new HashMap<>();

  GatewayBuilder() {}

  /**
   * Sets a client of yours; without one the gateway creates its own and closes it. Yours should not
   * retry, and wait at least 5 minutes for a reply: Apache's default is 30 seconds, a picture can
   * take longer.
   *
   * @param client the client; stays yours to close
   * @return this
   */
  public GatewayBuilder client(BedrockRuntimeClient client) {
    this.client = Objects.requireNonNull(client, "client");
    return this;
  }

  /**
   * Allows a client of yours that repeats calls by itself to serve image models, although each
   * repeat may be billed.
   *
   * @param allowed false by default
   * @return this
   */
  public GatewayBuilder clientMayRetry(boolean allowed) {
    this.clientMayRetry = allowed;
    return this;
  }

  /**
   * Sets how refused calls are repeated.
   *
   * @param retries the policy, {@link RetryPolicy#DEFAULT} by default
   * @return this
   */
  public GatewayBuilder retries(RetryPolicy retries) {
    this.retries = Objects.requireNonNull(retries, "retries");
    return this;
  }

  /**
   * Sets the rate limit of a model; without one only its refusals slow it down.
   *
   * @param model a model id, for all its inference profiles too, or one of those
   * @param limit the account's quota
   * @return this
   */
  public GatewayBuilder rateLimit(String model, RateLimit limit) {
    limits.put(ModelIds.checked(model), Objects.requireNonNull(limit, "limit"));
    return this;
  }

  /**
   * Sets the prices.
   *
   * @param prices the table, {@link BedrockPrices#defaults()} by default
   * @return this
   */
  public GatewayBuilder prices(BedrockPrices prices) {
    this.prices = Objects.requireNonNull(prices, "prices");
    return this;
  }

  /**
   * Sets how long to wait for a reply; a shorter deadline of the run wins.
   *
   * @param callTimeout more than zero, 10 minutes by default; below 5 minutes pictures that were
   *     paid for may be lost
   * @return this
   */
  public GatewayBuilder callTimeout(Duration callTimeout) {
    if (callTimeout.isNegative() || callTimeout.isZero()) {
      throw new IllegalArgumentException("callTimeout must be more than zero: " + callTimeout);
    }
    this.callTimeout = callTimeout;
    return this;
  }

  /**
   * Sets how many calls the gateway's own client makes at the same time.
   *
   * @param connections at least 1, 64 by default
   * @return this
   */
  public GatewayBuilder connections(int connections) {
    if (connections < 1) {
      throw new IllegalArgumentException("connections must be at least 1: " + connections);
    }
    this.connections = connections;
    return this;
  }

  /**
   * Makes a gateway that prices requests and makes no call, so that it needs neither Region nor
   * credentials. A call is an {@link IllegalStateException}.
   *
   * @return this
   */
  public GatewayBuilder estimatesOnly() {
    this.estimatesOnly = true;
    return this;
  }

  GatewayBuilder clock(GatewayClock clock) {
    this.clock = clock;
    return this;
  }

  /**
   * Builds the gateway. Makes no call.
   *
   * @return a gateway to close when it is no longer needed
   * @throws org.brandimage.spi.error.PipelineConfigurationException when no Region is known
   */
  public BedrockGateway build() {
    GatewaySettings settings = new GatewaySettings(prices, retries, limits, callTimeout, clock);
    if (estimatesOnly) {
      return new BedrockGateway(BedrockClient.none(), settings);
    }
    BedrockClient used =
        client == null
            ? BedrockClient.create(callTimeout, connections)
            : BedrockClient.of(client, clientMayRetry);
    return new BedrockGateway(used, settings);
  }
}
