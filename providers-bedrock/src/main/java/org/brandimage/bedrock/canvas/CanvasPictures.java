package org.brandimage.bedrock.canvas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.brandimage.bedrock.gateway.BedrockGateway;
import org.brandimage.bedrock.gateway.BedrockPrices.Unit;
import org.brandimage.bedrock.wire.InvokeModelCalls;
import org.brandimage.bedrock.wire.ModelCall.Kind;
import org.brandimage.bedrock.wire.ModelIds;
import org.brandimage.exchange.PaidPictures;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.Outpainting;

/**
 * The purchase of pictures from Nova Canvas, whatever the task: parts of at most five a call, each
 * priced before and billed after. Thread-safe.
 */
final class CanvasPictures {
  /** The task's own part of a request, beside the configuration of its pictures. */
  @FunctionalInterface
  interface Task {
    /**
     * Returns the body of one call.
     *
     * @param config how many pictures, at which seed and quality; may be added to
     */
    ObjectNode body(ObjectNode config);
  }

  private final BedrockGateway gateway;
  private final String model;
  private final CanvasSettings settings;

  CanvasPictures(BedrockGateway gateway, String model, CanvasSettings settings) {
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    this.model = ModelIds.checked(model);
    this.settings = Objects.requireNonNull(settings, "settings");
    gateway.requireSafeForImages();
  }

  String model() {
    return model;
  }

  CanvasSettings settings() {
    return settings;
  }

  Cost estimate(OutpaintRequest request) {
    return CanvasFormat.price(
        gateway.prices(), model, settings.unit(request.canvas()), request.count());
  }

  Set<String> unpricedModels() {
    return settings.priced(gateway.prices(), model) ? Set.of() : Set.of(model);
  }

  Outpainting buy(OutpaintRequest request, String taskType, Task task, StageContext context)
      throws InterruptedException {
    Unit unit = settings.unit(request.canvas());
    return PaidPictures.in(
        request.count(),
        CanvasFormat.MOST_IMAGES,
        (first, count) -> {
          long seed = CanvasFormat.seed(request.seed(), first);
          Cost most = CanvasFormat.price(gateway.prices(), model, unit, count);
          ObjectNode body = task.body(settings.config(count, seed));
          body.put("taskType", taskType);
          return gateway.call(
              InvokeModelCalls.of(
                  model,
                  Kind.IMAGE,
                  most,
                  body,
                  settings.notes(taskType, seed),
                  List.of(request.caption().text(), request.caption().negativeText()),
                  reply -> CanvasFormat.bill(reply, most, gateway.prices(), model, unit),
                  reply -> CanvasFormat.read(reply, first, count, request.canvas(), index -> seed)),
              context);
        });
  }
}
