package org.brandimage.bedrock.gateway;

import java.time.Duration;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** A client of the SDK, whether the gateway owns it, and whether it may repeat calls by itself. */
record BedrockClient(@Nullable BedrockRuntimeClient sdk, boolean owned, boolean mayRetry) {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SLACK = Duration.ofSeconds(30);

  /** Creates a client that never repeats a call; Region and credentials by the SDK's chains. */
  static BedrockClient create(Duration callTimeout, int connections) {
    try {
      BedrockRuntimeClient client =
          BedrockRuntimeClient.builder()
              .httpClientBuilder(
                  Apache5HttpClient.builder()
                      .connectionTimeout(CONNECT)
                      .connectionAcquisitionTimeout(callTimeout)
                      .socketTimeout(callTimeout.plus(SLACK))
                      .maxConnections(connections))
              .overrideConfiguration(
                  config -> config.retryStrategy(DefaultRetryStrategy.doNotRetry()))
              .build();
      return new BedrockClient(client, true, false);
    } catch (SdkClientException e) {
      throw new PipelineConfigurationException(
          "bedrock: no client can be made - set a Region as the AWS SDK expects it, such as"
              + " AWS_REGION, or give a client of your own");
    }
  }

  /** Takes a caller's client. */
  static BedrockClient of(BedrockRuntimeClient client, boolean retriesAllowed) {
    return new BedrockClient(client, false, !retriesAllowed && retries(client));
  }

  /** Returns a stand-in for a client where no call is made. */
  static BedrockClient none() {
    return new BedrockClient(null, false, false);
  }

  BedrockRuntimeClient client() {
    if (sdk == null) {
      throw new IllegalStateException("the gateway estimates only and makes no call");
    }
    return sdk;
  }

  void requireSafeForImages() {
    if (mayRetry) {
      throw new PipelineConfigurationException(
          "client: it repeats calls by itself and so may buy a picture more than once - build it"
              + " with overrideConfiguration(c ->"
              + " c.retryStrategy(DefaultRetryStrategy.doNotRetry())), or allow it with"
              + " clientMayRetry(true)");
    }
  }

  void closeIfOwned() {
    if (owned && sdk != null) {
      sdk.close();
    }
  }

  /** A client that does not say how it retries is taken for one that does. */
  private static boolean retries(BedrockRuntimeClient client) {
    try {
      return client
          .serviceClientConfiguration()
          .overrideConfiguration()
          .retryStrategy()
          .map(strategy -> strategy.maxAttempts() > 1)
          .orElse(true);
    } catch (UnsupportedOperationException e) {
      return true;
    }
  }
}
