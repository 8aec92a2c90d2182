package org.brandimage.prompted;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.brandimage.imaging.layout.Placer;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.plan.ProductCutouts;

/**
 * A planner that asks a multimodal model how large each product should be. The model gets the
 * caption, the cut-outs and the background, or an empty canvas of the right size when no background
 * was retrieved. The answer is limited to bounds and corrected by known real sizes ({@link
 * RealScale}); {@link Placer} then lays out the grid. Thread-safe.
 *
 * <p>Cost: one call with one picture per product and one of the place, or two when the first reply
 * cannot be used.
 */
public final class PromptedPlanner implements CompositionPlanner, Identified, Priced<PlanRequest> {
  private static final int MAX_OUTPUT_TOKENS = 2048;
  private static final int EMPTY = 0xFFE8E8E8;

  private final ModelQuestion question;

  private PromptedPlanner(LanguageModel model, Prompt prompt) {
    this.question = new ModelQuestion(model, prompt, MAX_OUTPUT_TOKENS);
  }

  /**
   * Returns a planner with the bundled prompt {@code plan}.
   *
   * @param model the model; the caller closes it
   * @return the stage
   */
  public static PromptedPlanner create(LanguageModel model) {
    return create(model, Prompt.bundled("plan"));
  }

  /**
   * Returns a planner with other instructions.
   *
   * @param model the model; the caller closes it
   * @param prompt {@code Prompt.bundled("plan").withInstructions(..)}
   * @return the stage
   */
  public static PromptedPlanner create(LanguageModel model, Prompt prompt) {
    return new PromptedPlanner(model, prompt);
  }

  @Override
  public StageIdentity identity() {
    return question.identity("PromptedPlanner");
  }

  @Override
  public Cost estimate(PlanRequest request) {
    return question.estimateOfAsking(data(request), pictures(request));
  }

  @Override
  public CompositionPlan plan(PlanRequest request, StageContext context)
      throws InterruptedException {
    Objects.requireNonNull(request, "request");
    context.checkActive();
    RealScale scale =
        question.ask(data(request), pictures(request), reply -> read(reply, request), context);
    List<List<Size>> sizes = new ArrayList<>();
    for (int i = 0; i < request.products().size(); i++) {
      sizes.add(sizes(request.products().get(i), scale.height(i)));
    }
    return new CompositionPlan(Placer.place(request, sizes), scale.rationale());
  }

  private static RealScale read(JsonNode reply, PlanRequest request) {
    double[] shares = new double[request.products().size()];
    String[] reasons = new String[shares.length];
    Arrays.fill(reasons, "");
    for (JsonNode product : reply.path("products")) {
      int index = product.path("product").asInt() - 1;
      if (index < 0 || index >= shares.length || shares[index] > 0) {
        throw new MalformedReplyException(
            "products", "name each product from 1 to " + shares.length + " once", "");
      }
      shares[index] = product.path("height_share").asDouble();
      reasons[index] = product.path("reason").asText().replaceAll("\\s+", " ").strip();
    }
    if (Arrays.stream(shares).anyMatch(share -> share <= 0)) {
      throw new MalformedReplyException(
          "products", "name each product from 1 to " + shares.length + " once", "");
    }
    return RealScale.of(
        request, shares, List.of(reasons), reply.path("visible_height_cm").asDouble());
  }

  /** Gives all photos of a product the same area, since each shows the whole product. */
  private static List<Size> sizes(ProductCutouts product, double height) {
    double aspect = aspect(product.photos().get(0));
    double mean = height * Math.sqrt(aspect);
    List<Size> sizes = new ArrayList<>();
    for (Cutout photo : product.photos()) {
      double root = Math.sqrt(aspect(photo));
      sizes.add(
          new Size(
              (int) Math.max(1, Math.round(mean * root)),
              (int) Math.max(1, Math.round(mean / root))));
    }
    return sizes;
  }

  private static double aspect(Cutout photo) {
    return (double) photo.image().size().width() / photo.image().size().height();
  }

  private static List<ImageSource> pictures(PlanRequest request) {
    List<ImageSource> pictures = new ArrayList<>();
    request.products().forEach(product -> pictures.add(product.photos().get(0).image()));
    pictures.add(
        request
            .scene()
            .background()
            .map(background -> background.photos().get(0))
            .orElseGet(() -> emptyCanvas(request)));
    return pictures;
  }

  private static ImageSource emptyCanvas(PlanRequest request) {
    return ImageSource.of(RasterImage.filled(request.canvas().size(), EMPTY));
  }

  private static DataBlocks data(PlanRequest request) {
    Caption caption = request.caption();
    List<String> products = new ArrayList<>();
    for (int i = 0; i < request.products().size(); i++) {
      products.add(line(i + 1, request.products().get(i)));
    }
    return new DataBlocks()
        .list("products", products)
        .text("canvas", request.canvas() + " pixels")
        .text("caption", caption.text())
        .text("place", caption.environment())
        .text(
            "background picture",
            request.scene().background().map(background -> background.description()).orElse(""))
        .list("wishes", request.notes());
  }

  private static String line(int number, ProductCutouts product) {
    String known =
        product.product().asset().heightCm().isPresent()
            ? String.format(
                Locale.ROOT,
                "real height %.1f cm",
                product.product().asset().heightCm().getAsDouble())
            : "real height not known";
    return number
        + ": "
        + product.product().entity().name()
        + ", "
        + known
        + ", cut-out "
        + product.photos().get(0).image().size()
        + " pixels; "
        + product.product().asset().description();
  }
}
