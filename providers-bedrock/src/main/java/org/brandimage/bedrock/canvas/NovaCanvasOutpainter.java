package org.brandimage.bedrock.canvas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Set;
import org.brandimage.bedrock.canvas.CanvasSettings.MaskBy;
import org.brandimage.bedrock.gateway.BedrockGateway;
import org.brandimage.bedrock.stability.StabilityOutpainter;
import org.brandimage.bedrock.wire.JsonDocuments;
import org.brandimage.exchange.PaidPictures;
import org.brandimage.exchange.SentPictures;
import org.brandimage.imaging.codec.MaskEncoding;
import org.brandimage.imaging.codec.MaskWriter;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.outpaint.Outpainting;

/**
 * An outpainter on Amazon Nova Canvas (task OUTPAINTING). <b>The model's end of life was
 * 2026-09-30</b>: the public service answers no longer, and a call fails with a {@link
 * org.brandimage.spi.error.ModelRetiredException}. The adapter is for accounts with private access
 * and for any server that speaks the protocol; others use {@link StabilityOutpainter}. Thread-safe.
 *
 * <p>Serves {@link BackgroundUse#REGENERATE}, and with {@link MaskBy#IMAGE} also {@link
 * BackgroundUse#BAND}; KEEP is refused. In the mask white is regenerated and black kept, the
 * opposite of the same model's INPAINTING. Canvases: sides of 320 to 4,096 pixels, at most
 * 4,194,304 pixels, shapes from 1:4 to 4:1. Texts are cut at 1,024 characters. Up to five pictures
 * a call. Size is never sent, as the result has the reference's.
 *
 * <p>Pictures that a filter has blocked are rejections ("output image"); a blocked text or
 * reference is a {@link org.brandimage.spi.error.ContentRejectedException}. Cost: one image each.
 */
public final class NovaCanvasOutpainter implements Outpainter, Identified, Priced<OutpaintRequest> {
  /** The model. */
  public static final String NOVA_CANVAS = "amazon.nova-canvas-v1:0";

  private static final MaskEncoding WHITE_IS_REGENERATED =
      new MaskEncoding(Mask.Action.GENERATE, MaskEncoding.Channels.RGB);

  private final CanvasPictures pictures;

  private NovaCanvasOutpainter(BedrockGateway gateway, String model, CanvasSettings settings) {
    this.pictures = new CanvasPictures(gateway, model, settings);
  }

  /**
   * Returns an outpainter with the default settings.
   *
   * @param gateway the way to the service; stays yours to close
   * @return the outpainter
   * @throws org.brandimage.spi.error.PipelineConfigurationException when the gateway's client would
   *     repeat calls by itself
   */
  public static NovaCanvasOutpainter create(BedrockGateway gateway) {
    return create(gateway, NOVA_CANVAS, CanvasSettings.DEFAULT);
  }

  /**
   * Returns an outpainter.
   *
   * @param gateway the way to the service; stays yours to close
   * @param model the model's id, or the ARN of provisioned throughput of a tuned one
   * @param settings how to generate
   * @return the outpainter
   * @throws org.brandimage.spi.error.PipelineConfigurationException when the gateway's client would
   *     repeat calls by itself
   */
  public static NovaCanvasOutpainter create(
      BedrockGateway gateway, String model, CanvasSettings settings) {
    return new NovaCanvasOutpainter(gateway, model, settings);
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("NovaCanvasOutpainter", "1 " + pictures.settings(), pictures.model());
  }

  @Override
  public Cost estimate(OutpaintRequest request) {
    return pictures.estimate(request);
  }

  @Override
  public Set<String> unpricedModels() {
    return pictures.unpricedModels();
  }

  @Override
  public Outpainting outpaint(OutpaintRequest request, StageContext context)
      throws InterruptedException {
    context.checkActive();
    requireServed(request);
    ObjectNode params = params(request);
    return pictures.buy(
        request,
        "OUTPAINTING",
        config -> {
          ObjectNode body = JsonDocuments.object();
          body.set("outPaintingParams", params);
          body.set("imageGenerationConfig", config);
          return body;
        },
        context);
  }

  private ObjectNode params(OutpaintRequest request) {
    ObjectNode params = JsonDocuments.object();
    params.put("image", base64(SentPictures.exact(request.reference().raster())));
    if (pictures.settings().mask() == MaskBy.PROMPT) {
      params.put("maskPrompt", CanvasFormat.cut(String.join(", ", request.productNouns())));
    } else {
      EncodedImage mask = MaskWriter.create().encode(request.mask(), WHITE_IS_REGENERATED);
      params.put("maskImage", base64(mask));
    }
    params.put("outPaintingMode", pictures.settings().mode().name());
    CanvasFormat.putText(params, request.caption());
    return params;
  }

  private void requireServed(OutpaintRequest request) {
    BackgroundUse use = request.backgroundUse();
    if (use == BackgroundUse.KEEP
        || (use == BackgroundUse.BAND && pictures.settings().mask() == MaskBy.PROMPT)) {
      throw new UnsupportedInputException(
          "NovaCanvasOutpainter with a mask by "
              + pictures.settings().mask()
              + " cannot serve "
              + use
              + " - use REGENERATE, BAND with a mask by IMAGE, or a compositing outpainter");
    }
    CanvasFormat.requireInput("NovaCanvasOutpainter", request.canvas());
    PaidPictures.requireSomethingToGenerate(request.mask());
  }

  private static String base64(EncodedImage image) {
    return Base64.getEncoder().encodeToString(image.bytes());
  }

  @Override
  public String toString() {
    return "NovaCanvasOutpainter[" + pictures.model() + "]";
  }
}
