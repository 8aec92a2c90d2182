package org.brandimage.bedrock.stability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.brandimage.bedrock.gateway.BedrockGateway;
import org.brandimage.bedrock.gateway.BedrockPrices.Unit;
import org.brandimage.bedrock.wire.InvokeModelCalls;
import org.brandimage.bedrock.wire.JsonDocuments;
import org.brandimage.bedrock.wire.ModelCall.Bill;
import org.brandimage.bedrock.wire.ModelCall.Kind;
import org.brandimage.bedrock.wire.ModelIds;
import org.brandimage.exchange.PaidPictures;
import org.brandimage.exchange.ReceivedPictures;
import org.brandimage.exchange.SentPictures;
import org.brandimage.imaging.codec.MaskEncoding;
import org.brandimage.imaging.codec.MaskWriter;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.context.TokenUsage;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.brandimage.spi.outpaint.OutpaintRejection;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.outpaint.Outpainting;

/**
 * An outpainter on Stability AI's inpaint service: everything white in the mask is filled, so the
 * product's mask goes there inverted. The bundle's default, because it answers today. Thread-safe.
 *
 * <p>Serves {@link BackgroundUse#REGENERATE} and {@link BackgroundUse#BAND}; KEEP is refused, as a
 * generator has nothing to do then. Canvases: sides of at least 64 pixels, at most 9,437,184 pixels
 * in all, shapes from 1:2.5 to 2.5:1. The service makes one picture a call; several are several
 * calls. Its seed 0 means "any", so seed s is sent as s + 1.
 *
 * <p>The mask is not grown ({@code grow_mask} 0, the service's default is 5), since growing it eats
 * into the product; a seam is mended when the product's own pixels are put back. Cost: one image a
 * picture, also of a blocked one, to be on the safe side.
 *
 * <p>Source: "Stability AI Image Services" in the Amazon Bedrock user guide, as of 2026-11.
 */
public final class StabilityOutpainter implements Outpainter, Identified, Priced<OutpaintRequest> {
  /** The service through the profile of the US Regions. */
  public static final String INPAINT = "us.stability.stable-image-inpaint-v1:0";

  static final int SHORTEST_SIDE = 64;
  static final long MOST_PIXELS = 9_437_184;
  private static final double WIDEST = 2.5;
  private static final int LONGEST_PROMPT = 10_000;
  private static final MaskEncoding WHITE_IS_FILLED =
      new MaskEncoding(Mask.Action.GENERATE, MaskEncoding.Channels.RGB);

  private final BedrockGateway gateway;
  private final String model;

  private StabilityOutpainter(BedrockGateway gateway, String model) {
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    this.model = ModelIds.checked(model);
    gateway.requireSafeForImages();
  }

  /**
   * Returns an outpainter on {@link #INPAINT}.
   *
   * @param gateway the way to the service; stays yours to close
   * @return the outpainter
   * @throws org.brandimage.spi.error.PipelineConfigurationException when the gateway's client would
   *     repeat calls by itself
   */
  public static StabilityOutpainter create(BedrockGateway gateway) {
    return create(gateway, INPAINT);
  }

  /**
   * Returns an outpainter.
   *
   * @param gateway the way to the service; stays yours to close
   * @param model the id of the inpaint service, or the id or ARN of a profile of it
   * @return the outpainter
   * @throws org.brandimage.spi.error.PipelineConfigurationException when the gateway's client would
   *     repeat calls by itself
   */
  public static StabilityOutpainter create(BedrockGateway gateway, String model) {
    return new StabilityOutpainter(gateway, model);
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("StabilityOutpainter", "1", model);
  }

  @Override
  public Cost estimate(OutpaintRequest request) {
    return price(request.count());
  }

  @Override
  public Set<String> unpricedModels() {
    return gateway.prices().knows(model, Unit.IMAGE) ? Set.of() : Set.of(model);
  }

  @Override
  public Outpainting outpaint(OutpaintRequest request, StageContext context)
      throws InterruptedException {
    context.checkActive();
    requireServed(request);
    EncodedImage reference = SentPictures.exact(request.reference().raster());
    EncodedImage mask = MaskWriter.create().encode(request.mask(), WHITE_IS_FILLED);
    return PaidPictures.in(
        request.count(),
        1,
        (index, count) -> {
          long seed = PaidPictures.seed(request.seed(), index);
          return gateway.call(
              InvokeModelCalls.of(
                  model,
                  Kind.IMAGE,
                  price(1),
                  body(request, reference, mask, seed),
                  Map.of("seed", String.valueOf(seed), "grow_mask", "0"),
                  sent(request),
                  reply -> new Bill(price(1), TokenUsage.NONE),
                  reply -> read(reply, request, index, seed)),
              context);
        });
  }

  private static ObjectNode body(
      OutpaintRequest request, EncodedImage reference, EncodedImage mask, long seed) {
    ObjectNode body = JsonDocuments.object();
    body.put("image", base64(reference));
    body.put("mask", base64(mask));
    body.put("prompt", cut(request.caption().text()));
    if (!request.caption().negativeText().isBlank()) {
      body.put("negative_prompt", cut(request.caption().negativeText()));
    }
    body.put("grow_mask", 0);
    body.put("seed", seed + 1);
    body.put("output_format", "png");
    return body;
  }

  private static Outpainting read(JsonNode reply, OutpaintRequest request, int index, long seed) {
    StabilityReply answer = StabilityReply.of(reply);
    if (answer.filtered()) {
      OutpaintRejection rejection =
          new OutpaintRejection(index, answer.category(), "the provider's filter blocked it");
      return new Outpainting(List.of(), List.of(rejection));
    }
    OutpaintedImage image =
        new OutpaintedImage(
            index, ReceivedPictures.onCanvas(answer.picture(), request.canvas()), seed);
    return new Outpainting(List.of(image), List.of());
  }

  private void requireServed(OutpaintRequest request) {
    if (request.backgroundUse() == BackgroundUse.KEEP) {
      throw new UnsupportedInputException(
          "StabilityOutpainter generates, it cannot keep a background - use REGENERATE or BAND, or"
              + " a compositing outpainter");
    }
    requireCanvas("StabilityOutpainter", request.canvas());
    PaidPictures.requireSomethingToGenerate(request.mask());
  }

  static void requireCanvas(String who, Size size) {
    double shape = size.width() / (double) size.height();
    if (Math.min(size.width(), size.height()) < SHORTEST_SIDE
        || size.pixels() > MOST_PIXELS
        || shape > WIDEST
        || shape < 1 / WIDEST) {
      throw new UnsupportedInputException(
          who
              + " takes sides of at least 64 pixels, at most 9437184 pixels and shapes from 1:2.5"
              + " to 2.5:1, not "
              + size);
    }
  }

  private Cost price(int images) {
    return new Cost(
        images, gateway.prices().microUsd(model, Unit.IMAGE, BigDecimal.valueOf(images)));
  }

  private static List<String> sent(OutpaintRequest request) {
    return List.of(request.caption().text(), request.caption().negativeText());
  }

  private static String base64(EncodedImage image) {
    return Base64.getEncoder().encodeToString(image.bytes());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_PROMPT ? text : text.substring(0, LONGEST_PROMPT);
  }

  @Override
  public String toString() {
    return "StabilityOutpainter[" + model + "]";
  }
}
