package org.brandimage.bedrock.nova;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.brandimage.bedrock.gateway.BedrockGateway;
import org.brandimage.bedrock.gateway.BedrockPrices.Unit;
import org.brandimage.bedrock.wire.ModelCall;
import org.brandimage.bedrock.wire.ModelCall.Bill;
import org.brandimage.bedrock.wire.ModelIds;
import org.brandimage.exchange.SentPictures;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.context.TokenUsage;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.model.LanguageReply;
import org.brandimage.spi.model.LanguageRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;

/**
 * A language model on Bedrock's Converse: texts and pictures in, one JSON object out. Thread-safe.
 *
 * <p>The reply's form is a tool the model is forced to call ({@code toolChoice.tool}), which Nova
 * decodes under the schema's constraints; native JSON schemas are not offered for Nova. Trusted
 * instructions go into the system prompt, untrusted content into the user's message. Text beside
 * the tool call is ignored; a reply without one is searched for a JSON object. A malformed reply is
 * asked for again, at most three times in all.
 *
 * <p>Pictures are flattened over white, shrunk to {@value #LONGEST_SIDE} pixels a side and written
 * as PNG of at most 3.75 MB each; a request takes 20 of them, with Nova 2 five.
 *
 * <p>Any model or inference profile with tool use can be named. Cost: its tokens; the estimate
 * counts every byte of text as a token, so it is an upper bound several times the usual cost.
 *
 * <p>Source: Amazon Nova user guide (tool choice, image understanding), the Converse API reference,
 * as of 2026-11.
 */
public final class NovaLanguageModel implements LanguageModel, Identified, Priced<LanguageRequest> {
  /** Nova 2 Lite through the global inference profile, which any commercial Region can call. */
  public static final String NOVA_2_LITE = "global.amazon.nova-2-lite-v1:0";

  /** Nova Pro. */
  public static final String NOVA_PRO = "amazon.nova-pro-v1:0";

  /** Nova Lite. */
  public static final String NOVA_LITE = "amazon.nova-lite-v1:0";

  /** Nova Micro, which reads no pictures. */
  public static final String NOVA_MICRO = "amazon.nova-micro-v1:0";

  static final int LONGEST_SIDE = 1536;
  private static final int MOST_IMAGE_BYTES = 3_750_000;
  private static final int MOST_IMAGES = 20;
  private static final int MOST_IMAGES_NOVA_2 = 5;
  private static final int MOST_OUTPUT_NOVA_1 = 10_000;
  private static final int MOST_OUTPUT_NOVA_2 = 64_000;
  private static final int TOKENS_AN_IMAGE = 4_000;
  private static final int OVERHEAD_TOKENS = 1_000;
  private static final int PING_TOKENS = 1;

  private final BedrockGateway gateway;
  private final String model;

  private NovaLanguageModel(BedrockGateway gateway, String model) {
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    this.model = ModelIds.checked(model);
  }

  /**
   * Returns a language model.
   *
   * @param gateway the way to the service; stays yours to close
   * @param model a model id, or the id or ARN of an inference profile
   * @return the model
   */
  public static NovaLanguageModel create(BedrockGateway gateway, String model) {
    return new NovaLanguageModel(gateway, model);
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("NovaLanguageModel", "1", model);
  }

  @Override
  public Cost estimate(LanguageRequest request) {
    TokenUsage most = new TokenUsage(inputTokens(request), outputTokens(request));
    return new Cost(1, gateway.prices().microUsd(model, most));
  }

  @Override
  public Set<String> unpricedModels() {
    return gateway.prices().knows(model, Unit.MILLION_INPUT_TOKENS, Unit.MILLION_OUTPUT_TOKENS)
        ? Set.of()
        : Set.of(model);
  }

  @Override
  public LanguageReply complete(LanguageRequest request, StageContext context)
      throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    requireServed(request);
    ConverseRequest converse =
        ConverseFormat.request(model, request, outputTokens(request), encoded(request, context));
    ModelCall<ConverseResponse, LanguageReply> call =
        new ModelCall<>(
            model,
            ModelCall.Kind.TEXT,
            estimate(request),
            inputTokens(request) + (long) outputTokens(request),
            notes(request),
            List.of(request.instructions(), request.content()),
            (client, settings) ->
                client.converse(converse.toBuilder().overrideConfiguration(settings).build()),
            this::bill,
            response -> ConverseFormat.reply(response, request.schemaName(), model));
    return gateway.call(call, context);
  }

  /**
   * Makes the cheapest call there is, to see whether the model answers.
   *
   * @param context the run, whose meter is used
   * @throws InterruptedException when cancelled
   */
  public void ping(StageContext context) throws InterruptedException {
    TokenUsage most = new TokenUsage(OVERHEAD_TOKENS, PING_TOKENS);
    gateway.call(
        new ModelCall<>(
            model,
            ModelCall.Kind.TEXT,
            new Cost(1, gateway.prices().microUsd(model, most)),
            OVERHEAD_TOKENS,
            new ModelCall.Notes("ping-1", Map.of()),
            List.of(),
            (client, settings) ->
                client.converse(
                    ConverseFormat.ping(model, PING_TOKENS).toBuilder()
                        .overrideConfiguration(settings)
                        .build()),
            this::bill,
            response -> true),
        context);
  }

  private void requireServed(LanguageRequest request) {
    int most = ModelIds.isNova2(model) ? MOST_IMAGES_NOVA_2 : MOST_IMAGES;
    if (request.images().size() > most) {
      throw new UnsupportedInputException(
          model + " reads " + most + " pictures a request, not " + request.images().size());
    }
    if (!request.images().isEmpty() && ModelIds.base(model).startsWith("amazon.nova-micro")) {
      throw new UnsupportedInputException(
          model + " reads no pictures - use " + NOVA_LITE + " or " + NOVA_2_LITE);
    }
  }

  private static List<EncodedImage> encoded(LanguageRequest request, StageContext context)
      throws InterruptedException {
    List<EncodedImage> pictures = new ArrayList<>();
    for (ImageSource image : request.images()) {
      context.checkActive();
      pictures.add(SentPictures.fitting(image, LONGEST_SIDE, MOST_IMAGE_BYTES));
    }
    return pictures;
  }

  private Bill bill(ConverseResponse response) {
    TokenUsage usage = ConverseFormat.usage(response);
    return new Bill(new Cost(1, gateway.prices().microUsd(model, usage)), usage);
  }

  private ModelCall.Notes notes(LanguageRequest request) {
    return new ModelCall.Notes(
        request.promptVersion(),
        Map.of(
            "schema", request.schemaName(),
            "maxTokens", String.valueOf(outputTokens(request)),
            "temperature", BigDecimal.valueOf(request.temperature()).toPlainString()));
  }

  private int outputTokens(LanguageRequest request) {
    if (!ModelIds.isNova(model)) {
      return request.maxOutputTokens();
    }
    int most = ModelIds.isNova2(model) ? MOST_OUTPUT_NOVA_2 : MOST_OUTPUT_NOVA_1;
    return Math.min(most, request.maxOutputTokens());
  }

  private static long inputTokens(LanguageRequest request) {
    return OVERHEAD_TOKENS
        + (long) TOKENS_AN_IMAGE * request.images().size()
        + bytes(request.instructions())
        + bytes(request.content())
        + bytes(request.jsonSchema());
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public String toString() {
    return "NovaLanguageModel[" + model + "]";
  }
}
