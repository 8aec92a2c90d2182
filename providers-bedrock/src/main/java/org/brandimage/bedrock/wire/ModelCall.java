package org.brandimage.bedrock.wire;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.TokenUsage;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeResponse;

/**
 * One request to one model, as the gateway makes it: sent, billed, then read.
 *
 * @param model the id the request names
 * @param kind how dear a repeat is
 * @param most the most it may cost
 * @param tokens the tokens it may use, for the rate limit
 * @param notes what provenance keeps: prompt version and parameters
 * @param sent texts that were sent, to be kept out of messages
 * @param sender sends the request
 * @param biller returns what the reply cost
 * @param reader reads the reply
 * @param <R> the SDK's response
 * @param <T> what is read from it
 */
public record ModelCall<R extends BedrockRuntimeResponse, T>(
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
  public enum Kind {
    /** A generated picture: never bought twice. */
    IMAGE,
    /** Cents of a cent: repeated a few times when the outcome is unknown or malformed. */
    TEXT
  }

  /**
   * Sends the request once.
   *
   * @param <R> the SDK's response
   */
  @FunctionalInterface
  public interface Sender<R> {
    /**
     * Sends it.
     *
     * @param client the client
     * @param settings the call's time limits
     * @return the response
     */
    R send(BedrockRuntimeClient client, Consumer<AwsRequestOverrideConfiguration.Builder> settings);
  }

  /**
   * Returns what a reply cost; never throws.
   *
   * @param <R> the SDK's response
   */
  @FunctionalInterface
  public interface Biller<R> {
    /**
     * Bills it.
     *
     * @param response the response
     * @return its cost and tokens
     */
    Bill bill(R response);
  }

  /**
   * Reads a reply that is paid for; throws what extends BrandImageException.
   *
   * @param <R> the SDK's response
   * @param <T> what is read from it
   */
  @FunctionalInterface
  public interface Reader<R, T> {
    /**
     * Reads it.
     *
     * @param response the response
     * @return what it holds
     */
    T read(R response);
  }

  /**
   * What a reply cost.
   *
   * @param cost money and units
   * @param usage tokens
   */
  public record Bill(Cost cost, TokenUsage usage) {}

  /**
   * What provenance keeps of a request.
   *
   * @param promptVersion the prompt's version, empty without one
   * @param parameters what was asked for
   */
  public record Notes(String promptVersion, Map<String, String> parameters) {}
}
