package org.brandimage.bedrock.stability;

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
import org.brandimage.exchange.SentPictures;
import org.brandimage.exchange.ServiceCutout;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.context.TokenUsage;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.error.ContentRejectedException;
import org.brandimage.spi.error.StageException.RetryInfo;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A cut-out maker on Stability AI's background removal. Thread-safe.
 *
 * <p>Photos are shrunk to at most 2,048 pixels a side on the way; only the alpha channel that comes
 * back is used. Their sides must be at least 64 pixels and their shape from 1:2.5 to 2.5:1. Photos
 * that have transparent pixels already are refused, as they need no call. Cost: one image a photo.
 * Confidence: the share of pixels that are wholly product or wholly not.
 *
 * <p>Source: "Stability AI Image Services" in the Amazon Bedrock user guide, as of 2026-11.
 */
public final class StabilityCutoutMaker implements CutoutMaker, Identified, Priced<CutoutRequest> {
  /** The service through the profile of the US Regions. */
  public static final String REMOVE_BACKGROUND = "us.stability.stable-image-remove-background-v1:0";

  private static final int LONGEST_SIDE = 2048;

  private final BedrockGateway gateway;
  private final String model;

  private StabilityCutoutMaker(BedrockGateway gateway, String model) {
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    this.model = ModelIds.checked(model);
    gateway.requireSafeForImages();
  }

  /**
   * Returns a cut-out maker.
   *
   * @param gateway the way to the service; stays yours to close
   * @param model the service's id or a profile, such as {@link #REMOVE_BACKGROUND}
   * @return the maker
   * @throws org.brandimage.spi.error.PipelineConfigurationException when the gateway's client would
   *     repeat calls by itself
   */
  public static StabilityCutoutMaker create(BedrockGateway gateway, String model) {
    return new StabilityCutoutMaker(gateway, model);
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("StabilityCutoutMaker", "1", model);
  }

  @Override
  public Cost estimate(CutoutRequest request) {
    return new Cost(1, gateway.prices().microUsd(model, Unit.IMAGE, BigDecimal.ONE));
  }

  @Override
  public Set<String> unpricedModels() {
    return gateway.prices().knows(model, Unit.IMAGE) ? Set.of() : Set.of(model);
  }

  @Override
  public Cutout cut(CutoutRequest request, StageContext context) throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    StabilityOutpainter.requireCanvas("StabilityCutoutMaker", shape(request.photo().size()));
    RasterImage photo = ServiceCutout.photo(request);
    byte[] png = SentPictures.exact(Resampler.resize(photo, shape(photo.size()))).bytes();
    ObjectNode body = JsonDocuments.object();
    body.put("image", Base64.getEncoder().encodeToString(png));
    body.put("output_format", "png");
    Cost most = estimate(request);
    return gateway.call(
        InvokeModelCalls.of(
            model,
            Kind.IMAGE,
            most,
            body,
            Map.of("task", "remove-background"),
            List.of(),
            reply -> new Bill(most, TokenUsage.NONE),
            reply -> {
              StabilityReply answer = StabilityReply.of(reply);
              if (answer.filtered()) {
                throw new ContentRejectedException(
                    answer.category(), model + ": the photo was blocked", RetryInfo.once(false));
              }
              return ServiceCutout.of(request, photo, answer.picture(), "stability-1");
            }),
        context);
  }

  private static Size shape(Size photo) {
    return ServiceCutout.within(photo, LONGEST_SIDE, StabilityOutpainter.MOST_PIXELS);
  }

  @Override
  public String toString() {
    return "StabilityCutoutMaker[" + model + "]";
  }
}
