package org.brandimage.bedrock.canvas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.brandimage.bedrock.gateway.BedrockGateway;
import org.brandimage.bedrock.gateway.BedrockPrices.Unit;
import org.brandimage.bedrock.stability.StabilityCutoutMaker;
import org.brandimage.bedrock.wire.InvokeModelCalls;
import org.brandimage.bedrock.wire.JsonDocuments;
import org.brandimage.bedrock.wire.ModelCall.Kind;
import org.brandimage.bedrock.wire.ModelIds;
import org.brandimage.exchange.ReceivedPictures;
import org.brandimage.exchange.SentPictures;
import org.brandimage.exchange.ServiceCutout;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.error.ContentRejectedException;
import org.brandimage.spi.error.StageException.RetryInfo;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A cut-out maker on Amazon Nova Canvas (task BACKGROUND_REMOVAL). The model's end of life was
 * 2026-09-30, see {@link NovaCanvasOutpainter}; others use {@link StabilityCutoutMaker}.
 * Thread-safe.
 *
 * <p>Photos of any size are taken, shrunk or enlarged on the way to sides the service takes; only
 * the alpha channel that comes back is used. Their shape must be from 1:4 to 4:1. Photos that have
 * transparent pixels already are refused, as they need no call. Cost: one image a photo.
 * Confidence: the share of pixels that are wholly product or wholly not.
 */
public final class NovaCanvasCutoutMaker implements CutoutMaker, Identified, Priced<CutoutRequest> {
  private static final int LONGEST_SIDE = 2048;
  private static final long MOST_PIXELS = 4_000_000;

  private final BedrockGateway gateway;
  private final String model;

  private NovaCanvasCutoutMaker(BedrockGateway gateway, String model) {
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    this.model = ModelIds.checked(model);
    gateway.requireSafeForImages();
  }

  /**
   * Returns a cut-out maker.
   *
   * @param gateway the way to the service; stays yours to close
   * @param model the model's id, such as {@link NovaCanvasOutpainter#NOVA_CANVAS}
   * @return the maker
   * @throws org.brandimage.spi.error.PipelineConfigurationException when the gateway's client would
   *     repeat calls by itself
   */
  public static NovaCanvasCutoutMaker create(BedrockGateway gateway, String model) {
    return new NovaCanvasCutoutMaker(gateway, model);
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("NovaCanvasCutoutMaker", "1", model);
  }

  @Override
  public Cost estimate(CutoutRequest request) {
    return CanvasFormat.price(gateway.prices(), model, unit(request.photo().size()), 1);
  }

  @Override
  public Set<String> unpricedModels() {
    return CanvasSettings.DEFAULT.priced(gateway.prices(), model) ? Set.of() : Set.of(model);
  }

  @Override
  public Cutout cut(CutoutRequest request, StageContext context) throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    Size size = sent(request.photo().size());
    CanvasFormat.requireInput("NovaCanvasCutoutMaker", size);
    RasterImage photo = ServiceCutout.photo(request);
    byte[] png = SentPictures.exact(Resampler.resize(photo, size)).bytes();
    ObjectNode params = JsonDocuments.object();
    params.put("image", Base64.getEncoder().encodeToString(png));
    ObjectNode body = JsonDocuments.object();
    body.put("taskType", "BACKGROUND_REMOVAL");
    // No imageGenerationConfig: the service refuses one with this task.
    body.set("backgroundRemovalParams", params);
    Cost most = estimate(request);
    return gateway.call(
        InvokeModelCalls.of(
            model,
            Kind.IMAGE,
            most,
            body,
            Map.of("task", "BACKGROUND_REMOVAL"),
            List.of(),
            reply ->
                CanvasFormat.bill(
                    reply, most, gateway.prices(), model, unit(request.photo().size())),
            reply -> {
              if (reply.path("images").isEmpty() && !reply.path("error").asText("").isBlank()) {
                throw new ContentRejectedException(
                    "input image", model + ": the photo was blocked", RetryInfo.once(false));
              }
              return ServiceCutout.of(
                  request,
                  photo,
                  ReceivedPictures.decoded(reply.path("images").path(0).textValue()),
                  "nova-canvas-1");
            }),
        context);
  }

  private static Unit unit(Size photo) {
    return CanvasSettings.DEFAULT.unit(sent(photo));
  }

  /** Returns the size a photo is sent at, within what the service takes. */
  private static Size sent(Size photo) {
    Size size = ServiceCutout.within(photo, LONGEST_SIDE, MOST_PIXELS);
    double scale = CanvasFormat.SHORTEST_SIDE / (double) Math.min(size.width(), size.height());
    return scale <= 1
        ? size
        : new Size((int) Math.ceil(size.width() * scale), (int) Math.ceil(size.height() * scale));
  }

  @Override
  public String toString() {
    return "NovaCanvasCutoutMaker[" + model + "]";
  }
}
