package org.brandimage.bedrock.nova;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.brandimage.bedrock.gateway.BedrockGateway;
import org.brandimage.bedrock.gateway.BedrockPrices.Unit;
import org.brandimage.bedrock.wire.ModelCall;
import org.brandimage.bedrock.wire.ModelCall.Bill;
import org.brandimage.bedrock.wire.ModelCall.Kind;
import org.brandimage.bedrock.wire.ModelCall.Notes;
import org.brandimage.bedrock.wire.ModelIds;
import org.brandimage.exchange.PaidPictures;
import org.brandimage.exchange.ReceivedPictures;
import org.brandimage.exchange.SentPictures;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.context.TokenUsage;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.brandimage.spi.outpaint.OutpaintRejection;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.outpaint.Outpainting;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ImageBlock;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;

/**
 * An outpainter on Amazon Nova 2 Omni, which edits a picture by words (a preview). It takes no
 * mask, size or seed: nothing but its instructions keeps the product in its place, so the pipeline
 * must put the product's own pixels back, and rejects a picture that shows the product somewhere
 * else as a duplicate. Thread-safe.
 *
 * <p>Serves {@link BackgroundUse#REGENERATE} only. The result is cut and resized to the canvas. An
 * answer in words instead of a picture is a rejection.
 *
 * <p>Cost: tokens. Tokens of pictures cost some 16 times those of text, and the usage of a reply
 * counts both as one number; all of them are taken for tokens of pictures, also when the answer is
 * in words, so that too much may be booked but never too little. A picture whose reply counts no
 * tokens is booked as the estimate, which allows {@value #MOST_OUTPUT} output tokens a picture, as
 * no source says how many a picture has.
 *
 * <p>Source: the Converse API reference and AWS's Nova 2 Omni samples, as of 2026-11; the AWS Price
 * List of us-east-1 as published on 2026-09-01.
 */
public final class NovaOmniOutpainter implements Outpainter, Identified, Priced<OutpaintRequest> {
  /** The model through the profile of the US Regions. */
  public static final String NOVA_2_OMNI = "us.amazon.nova-2-omni-v1:0";

  static final int MOST_OUTPUT = 16_000;
  private static final int MOST_INPUT = 10_000;
  private static final int LONGEST_SIDE = 2048;
  private static final int MOST_BYTES = 3_750_000;
  private static final int SHORTEST_SIDE = 64;
  private static final String INSTRUCTION =
      "Replace everything around the product. Leave the product itself exactly as it is: its place,"
          + " size, shape, colours and texts. Do not add a second one. The whole picture shows: ";

  private final BedrockGateway gateway;
  private final String model;

  private NovaOmniOutpainter(BedrockGateway gateway, String model) {
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    this.model = ModelIds.checked(model);
    gateway.requireSafeForImages();
  }

  /**
   * Returns an outpainter.
   *
   * @param gateway the way to the service; stays yours to close
   * @param model the model's id or a profile, such as {@link #NOVA_2_OMNI}
   * @return the outpainter
   * @throws org.brandimage.spi.error.PipelineConfigurationException when the gateway's client would
   *     repeat calls by itself
   */
  public static NovaOmniOutpainter create(BedrockGateway gateway, String model) {
    return new NovaOmniOutpainter(gateway, model);
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("NovaOmniOutpainter", "1", model);
  }

  @Override
  public Cost estimate(OutpaintRequest request) {
    Cost one = most();
    return new Cost(
        one.units() * request.count(), Math.multiplyExact(one.microUsd(), request.count()));
  }

  @Override
  public Set<String> unpricedModels() {
    boolean known =
        gateway.prices().knows(model, Unit.MILLION_INPUT_TOKENS, Unit.MILLION_IMAGE_OUTPUT_TOKENS);
    return known ? Set.of() : Set.of(model);
  }

  @Override
  public Outpainting outpaint(OutpaintRequest request, StageContext context)
      throws InterruptedException {
    context.checkActive();
    requireServed(request);
    ConverseRequest converse = converse(request);
    return PaidPictures.in(
        request.count(),
        1,
        (index, count) ->
            gateway.call(
                new ModelCall<>(
                    model,
                    Kind.IMAGE,
                    most(),
                    MOST_INPUT + (long) MOST_OUTPUT,
                    new Notes("omni-1", Map.of("task", "edit")),
                    List.of(request.caption().text()),
                    (client, settings) ->
                        client.converse(
                            converse.toBuilder().overrideConfiguration(settings).build()),
                    this::bill,
                    response -> read(response, request, index)),
                context));
  }

  private ConverseRequest converse(OutpaintRequest request) {
    EncodedImage reference = SentPictures.fitting(request.reference(), LONGEST_SIDE, MOST_BYTES);
    return ConverseRequest.builder()
        .modelId(model)
        .messages(
            Message.builder()
                .role(ConversationRole.USER)
                .content(
                    ConverseFormat.picture(reference),
                    ContentBlock.fromText(INSTRUCTION + request.caption().text()))
                .build())
        .build();
  }

  private Outpainting read(ConverseResponse response, OutpaintRequest request, int index) {
    if (response.stopReason() == StopReason.CONTENT_FILTERED
        || response.stopReason() == StopReason.GUARDRAIL_INTERVENED) {
      throw ConverseFormat.filtered(response, model);
    }
    SdkBytes bytes = picture(response).orElse(null);
    if (bytes == null) {
      OutpaintRejection rejection =
          new OutpaintRejection(index, "no picture", "the model answered in words");
      return new Outpainting(List.of(), List.of(rejection));
    }
    EncodedImage image = ReceivedPictures.encoded(bytes.asByteArray());
    OutpaintedImage outpainted =
        new OutpaintedImage(
            index, ReceivedPictures.onCanvas(image, request.canvas()), request.seed());
    return new Outpainting(List.of(outpainted), List.of());
  }

  private Bill bill(ConverseResponse response) {
    TokenUsage usage = ConverseFormat.usage(response);
    Cost cost =
        usage.output() == 0 && picture(response).isPresent()
            ? most()
            : new Cost(1, gateway.prices().pictureMicroUsd(model, usage));
    return new Bill(cost, usage);
  }

  private static Optional<SdkBytes> picture(ConverseResponse response) {
    return ConverseFormat.blocks(response).stream()
        .map(ContentBlock::image)
        .filter(image -> image != null && image.source() != null)
        .map(ImageBlock::source)
        .filter(source -> source.bytes() != null)
        .map(source -> source.bytes())
        .findFirst();
  }

  private Cost most() {
    return new Cost(
        1, gateway.prices().pictureMicroUsd(model, new TokenUsage(MOST_INPUT, MOST_OUTPUT)));
  }

  private static void requireServed(OutpaintRequest request) {
    if (request.backgroundUse() != BackgroundUse.REGENERATE) {
      throw new UnsupportedInputException(
          "NovaOmniOutpainter takes no mask, so it cannot serve "
              + request.backgroundUse()
              + " - use REGENERATE, or StabilityOutpainter for BAND");
    }
    int shorter = Math.min(request.canvas().width(), request.canvas().height());
    if (shorter < SHORTEST_SIDE) {
      throw new UnsupportedInputException(
          "NovaOmniOutpainter takes sides of at least 64 pixels, not " + request.canvas());
    }
    PaidPictures.requireSomethingToGenerate(request.mask());
  }

  @Override
  public String toString() {
    return "NovaOmniOutpainter[" + model + "]";
  }
}
