package org.brandimage.bedrock.canvas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.brandimage.bedrock.gateway.BedrockGateway;
import org.brandimage.bedrock.wire.JsonDocuments;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.outpaint.Outpainting;

/**
 * A baseline to compare with: Nova Canvas draws the whole picture from the caption alone (task
 * TEXT_IMAGE) and never sees the product. Its products look like the real one at best, and the
 * measured guidelines reject them; that is what it is for. Thread-safe.
 *
 * <p>The model's end of life was 2026-09-30, see {@link NovaCanvasOutpainter}. Serves {@link
 * BackgroundUse#REGENERATE} only; canvases as there, with sides that are multiples of 16.
 */
public final class NovaCanvasTextToImage
    implements Outpainter, Identified, Priced<OutpaintRequest> {
  private final CanvasPictures pictures;

  private NovaCanvasTextToImage(BedrockGateway gateway, String model, CanvasSettings settings) {
    this.pictures = new CanvasPictures(gateway, model, settings);
  }

  /**
   * Returns a baseline.
   *
   * @param gateway the way to the service; stays yours to close
   * @param model the model's id, such as {@link NovaCanvasOutpainter#NOVA_CANVAS}
   * @param settings how to generate; what they say of masks is not used
   * @return the baseline
   * @throws org.brandimage.spi.error.PipelineConfigurationException when the gateway's client would
   *     repeat calls by itself
   */
  public static NovaCanvasTextToImage create(
      BedrockGateway gateway, String model, CanvasSettings settings) {
    return new NovaCanvasTextToImage(gateway, model, settings);
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity("NovaCanvasTextToImage", "1 " + pictures.settings(), pictures.model());
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
    if (request.backgroundUse() != BackgroundUse.REGENERATE) {
      throw new UnsupportedInputException(
          "NovaCanvasTextToImage sees no background - use REGENERATE");
    }
    CanvasFormat.requireCanvas("NovaCanvasTextToImage", request.canvas());
    return pictures.buy(request, "TEXT_IMAGE", config -> body(request, config), context);
  }

  private static ObjectNode body(OutpaintRequest request, ObjectNode config) {
    ObjectNode params = JsonDocuments.object();
    CanvasFormat.putText(params, request.caption());
    config.put("width", request.canvas().width());
    config.put("height", request.canvas().height());
    ObjectNode body = JsonDocuments.object();
    body.set("textToImageParams", params);
    body.set("imageGenerationConfig", config);
    return body;
  }

  @Override
  public String toString() {
    return "NovaCanvasTextToImage[" + pictures.model() + "]";
  }
}
