package org.brandimage.bedrock;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.TokenUsage;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeResponse;

/**
 * One request to one model, as the {@link BedrockGateway} makes it: sent, billed, then read.
 *
 * @param model the id the request names
 * @param kind how dear a repeat is
 * @param most the most it may cost
 * @param tokens the tokens it may use, for the rate limit
 * @param notes what provenance keeps: prompt version and parameters
 * @param sent texts that were sent, to be kept out of messages
 * @param sender sends the request
 * @param biller says what the reply cost
 * @param reader reads the reply
 * @param <R> the SDK's response
 * @param <T> what is read from it
 */
record ModelCall<R extends BedrockRuntimeResponse, T>(
    String model,
    Kind kind,
    Cost most,
    long tokens,
    Notes notes,
    List<String> sent,
    Sender<R> sender,
    Biller<R> biller,
    Reader<R, T> reader) {

  /** How dear a repeat is. */
  enum Kind {
    /** A generated picture: never bought twice. */
    IMAGE,
    /** Cents of a cent: repeated a few times when the outcome is unknown or malformed. */
    TEXT
  }

  /** Sends the request once. */
  @FunctionalInterface
  interface Sender<R> {
    R send(BedrockRuntimeClient client, Consumer<AwsRequestOverrideConfiguration.Builder> settings);
  }

  /** Says what a reply cost; never throws. */
  @FunctionalInterface
  interface Biller<R> {
    Bill bill(R response);
  }

  /** Reads a reply that is paid for; throws what extends BrandImageException. */
  @FunctionalInterface
  interface Reader<R, T> {
    T read(R response);
  }

  /** What a reply cost. */
  record Bill(Cost cost, TokenUsage usage) {}

  /** What provenance keeps of a request. */
  record Notes(String promptVersion, Map<String, String> parameters) {}
}
