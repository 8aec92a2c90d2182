package org.brandimage.bedrock.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.brandimage.bedrock.wire.ModelCall.Bill;
import org.brandimage.bedrock.wire.ModelCall.Kind;
import org.brandimage.bedrock.wire.ModelCall.Notes;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.error.UnsupportedInputException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;

/** Calls of InvokeModel: one JSON body there, one back. */
public final class InvokeModelCalls {
  /** The service's limit of a request body in bytes. Source: botocore 1.43.107. */
  static final int MOST_BODY_BYTES = 25_000_000;

  private static final String JSON = "application/json";

  private InvokeModelCalls() {}

  /**
   * Prepares a call.
   *
   * @param model the model
   * @param kind how dear a repeat is
   * @param most what it may cost at most
   * @param body the request, within the service's limit
   * @param parameters what provenance keeps
   * @param sent texts that were sent
   * @param biller returns what a parsed reply cost; must not throw
   * @param reader reads the parsed reply
   * @param <T> what is read from the reply
   * @return the call
   */
  public static <T> ModelCall<InvokeModelResponse, T> of(
      String model,
      Kind kind,
      Cost most,
      ObjectNode body,
      Map<String, String> parameters,
      List<String> sent,
      Function<JsonNode, Bill> biller,
      Function<JsonNode, T> reader) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_BODY_BYTES) {
      throw new UnsupportedInputException(
          model
              + ": the request has "
              + bytes.length
              + " bytes, the service takes "
              + MOST_BODY_BYTES
              + " - use a smaller canvas");
    }
    InvokeModelRequest request =
        InvokeModelRequest.builder()
            .modelId(model)
            .contentType(JSON)
            .accept(JSON)
            .body(SdkBytes.fromByteArrayUnsafe(bytes))
            .build();
    return new ModelCall<>(
        model,
        kind,
        most,
        tokens(sent),
        new Notes("", parameters),
        sent,
        (client, settings) ->
            client.invokeModel(request.toBuilder().overrideConfiguration(settings).build()),
        response -> biller.apply(parsedOrEmpty(response)),
        response -> reader.apply(JsonDocuments.parseReply(response.body().asByteArrayUnsafe())));
  }

  private static long tokens(List<String> sent) {
    return sent.stream().mapToLong(String::length).sum();
  }

  /** A garbled reply is billed all the same; its reader says what is wrong with it. */
  private static JsonNode parsedOrEmpty(InvokeModelResponse response) {
    try {
      return JsonDocuments.parseReply(response.body().asByteArrayUnsafe());
    } catch (org.brandimage.spi.error.MalformedReplyException e) {
      return JsonDocuments.object();
    }
  }
}
