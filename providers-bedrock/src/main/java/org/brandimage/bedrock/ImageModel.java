package org.brandimage.bedrock;

import java.util.Optional;
import org.brandimage.bedrock.canvas.CanvasSettings;
import org.brandimage.bedrock.canvas.NovaCanvasCutoutMaker;
import org.brandimage.bedrock.canvas.NovaCanvasOutpainter;
import org.brandimage.bedrock.gateway.BedrockGateway;
import org.brandimage.bedrock.nova.NovaOmniOutpainter;
import org.brandimage.bedrock.stability.StabilityCutoutMaker;
import org.brandimage.bedrock.stability.StabilityOutpainter;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.outpaint.Outpainter;

/** The families of image models a {@link BedrockStages} bundle can outpaint and cut out with. */
public enum ImageModel {
  /** Stability AI's image services: inpaint with the inverted mask, remove background. */
  STABILITY(StabilityOutpainter.INPAINT),
  /** Amazon Nova Canvas, whose public end of life was 2026-09-30. */
  NOVA_CANVAS(NovaCanvasOutpainter.NOVA_CANVAS),
  /** Amazon Nova 2 Omni, a preview; has no way to cut out. */
  NOVA_OMNI(NovaOmniOutpainter.NOVA_2_OMNI);

  private final String defaultModel;

  ImageModel(String defaultModel) {
    this.defaultModel = defaultModel;
  }

  /**
   * Returns the model used when no other id is given.
   *
   * @return a model id or profile
   */
  public String defaultModel() {
    return defaultModel;
  }

  Outpainter outpainter(BedrockGateway gateway, String model, CanvasSettings settings) {
    return switch (this) {
      case STABILITY -> StabilityOutpainter.create(gateway, model);
      case NOVA_CANVAS -> NovaCanvasOutpainter.create(gateway, model, settings);
      case NOVA_OMNI -> NovaOmniOutpainter.create(gateway, model);
    };
  }

  /** The id of the model that cuts out; Stability's is a service of its own. */
  Optional<String> cutoutModel(String outpaintModel) {
    return switch (this) {
      case STABILITY -> Optional.of(StabilityCutoutMaker.REMOVE_BACKGROUND);
      case NOVA_CANVAS -> Optional.of(outpaintModel);
      case NOVA_OMNI -> Optional.empty();
    };
  }

  CutoutMaker cutoutMaker(BedrockGateway gateway, String model) {
    return this == NOVA_CANVAS
        ? NovaCanvasCutoutMaker.create(gateway, model)
        : StabilityCutoutMaker.create(gateway, model);
  }
}
