package org.brandimage.quality.placement;

import java.util.Locale;
import java.util.OptionalDouble;
import org.brandimage.imaging.scene.SceneFit;
import org.brandimage.scene.ProductHeight;
import org.brandimage.scene.ProductHeights;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.scene.SceneMap.FrameWidth;
import org.brandimage.spi.scene.SceneView;

/**
 * The check that products have a size that is believable where they stand: guideline {@code
 * believable-size}, flexible, on the composite.
 *
 * <p>The number is how many times as large as in reality the product is that is farthest off; it
 * must be from {@value #LEAST} to {@value #MOST}, the range in which planners make a small product
 * larger, so that it is seen, and a large one smaller, so that it fits. The usual range of the
 * product's height and the error of the scene's scale count in its favour. Not applicable where the
 * scale or the kind of product is not known. Thread-safe; costs nothing.
 */
public final class BelievableSizeCheck implements GuidelineCheck {
  static final double LEAST = SceneFit.LEAST_FACTOR;
  static final double MOST = SceneFit.MOST_EXAGGERATION;
  private static final double ROUNDING = 1.02;

  private static final Guideline GUIDELINE =
      Guideline.flexible(
          "believable-size", "Every product has nearly its real size for the place.");

  private final ProductHeights heights = ProductHeights.load();

  private BelievableSizeCheck() {}

  /** {@return the check, which has no state} */
  public static BelievableSizeCheck create() {
    return new BelievableSizeCheck();
  }

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Phase phase() {
    return Phase.COMPOSITE;
  }

  @Override
  public GuidelineResult check(CheckRequest request, StageContext context)
      throws InterruptedException {
    context.checkActive();
    double worst = 1;
    double factor = 1;
    boolean known = false;
    for (Placement placement : request.candidate().placements()) {
      OptionalDouble shown = shownCm(request, placement);
      if (shown.isPresent()) {
        known = true;
        Range range = range(request, placement);
        double off = range.off(shown.getAsDouble());
        factor = off > worst ? shown.getAsDouble() / range.cm : factor;
        worst = Math.max(worst, off);
      }
    }
    if (!known) {
      return GuidelineResult.notApplicable(this, "The scale of the background is not known.")
          .build();
    }
    String sentence =
        worst <= 1
            ? "Every product has a size that is believable there."
            : String.format(
                Locale.ROOT, "A product is shown %.1f times as large as it is.", factor);
    GuidelineResult.Builder result =
        worst <= 1
            ? GuidelineResult.pass(this, sentence)
            : GuidelineResult.fail(this, sentence, "Show the product at its real size.");
    return result.number(factor).threshold(factor < 1 ? LEAST : MOST).build();
  }

  private record Range(double low, double cm, double high) {
    /** Returns by how many times a size is outside what is believable, 1 when it is not. */
    double off(double shown) {
      return Math.max(1, Math.max(low * LEAST / shown, shown / (high * MOST)));
    }
  }

  /** Returns the height that the picture shows where the product stands. */
  private static OptionalDouble shownCm(CheckRequest request, Placement placement) {
    if (request.sceneView().isEmpty() || placement.product() >= request.scene().products().size()) {
      return OptionalDouble.empty();
    }
    SceneView view = request.sceneView().get();
    OptionalDouble scale = view.centimetresPerPixel(placement.box().bottom());
    return scale.isPresent()
        ? OptionalDouble.of(scale.getAsDouble() * placement.height())
        : OptionalDouble.empty();
  }

  private Range range(CheckRequest request, Placement placement) {
    ProductHeight height = heights.of(request.scene().products().get(placement.product()));
    double error =
        request
            .sceneView()
            .flatMap(view -> view.map().frameWidth())
            .map(FrameWidth::error)
            .orElse(1.0);
    double slack = error * ROUNDING;
    return new Range(height.lowCm() / slack, height.cm(), height.highCm() * slack);
  }
}
