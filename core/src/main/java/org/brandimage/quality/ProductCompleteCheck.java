package org.brandimage.quality;

import java.util.Locale;
import java.util.Optional;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.plan.Placement;

/**
 * The check that every product is wholly in the picture and within the brand's safe zone: guideline
 * {@code product-complete}, required, on the composite.
 *
 * <p>The number is the smallest distance of a product pixel from an edge of the canvas, as a share
 * of that side; the threshold is the brand kit's safe margin, less one pixel for rounding to whole
 * pixels. A product none of whose box is on the canvas counts as -1. It follows from geometry
 * alone, so there is no error rate to measure. Thread-safe; one pass over the mask.
 */
public final class ProductCompleteCheck implements GuidelineCheck {
  /** Boxes lie on whole pixels, so a margin may be short of its share by part of one. */
  private static final int ROUNDING = 1;

  private static final String HINT = "Make the product smaller or place it nearer to the middle.";
  private static final Guideline GUIDELINE =
      Guideline.required(
          "product-complete", "Every product is wholly visible within the safe zone.");

  private ProductCompleteCheck() {}

  /**
   * Returns the check.
   *
   * @return a check without state
   */
  public static ProductCompleteCheck create() {
    return new ProductCompleteCheck();
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
    Size canvas = request.mask().size();
    Optional<Box> visible = request.mask().keptBounds();
    double threshold = request.brandKit().safeMargin();
    if (visible.isEmpty() || somethingOutside(request)) {
      return Answers.fail(this, "A product lies outside the picture.", HINT)
          .number(-1)
          .threshold(threshold)
          .build();
    }
    Box box = visible.get();
    int across = Math.min(box.x(), canvas.width() - box.right());
    int upright = Math.min(box.y(), canvas.height() - box.bottom());
    double margin = Math.min(share(across, canvas.width()), share(upright, canvas.height()));
    boolean within =
        share(across + ROUNDING, canvas.width()) >= threshold
            && share(upright + ROUNDING, canvas.height()) >= threshold;
    if (margin == 0 && cropped(request)) {
      return Answers.fail(this, "The picture's edge cuts a product off.", HINT)
          .number(0)
          .threshold(threshold)
          .build();
    }
    String words = String.format(Locale.ROOT, "%.1f %%", 100 * margin);
    return within
        ? Answers.pass(this, "Every product keeps " + words + " from the edges.")
            .number(margin)
            .threshold(threshold)
            .build()
        : Answers.fail(this, "A product comes as near as " + words + " to an edge.", HINT)
            .number(margin)
            .threshold(threshold)
            .build();
  }

  private static double share(int pixels, int side) {
    return (double) pixels / side;
  }

  private static boolean somethingOutside(CheckRequest request) {
    Box canvas = request.mask().size().bounds();
    return request.candidate().placements().stream()
        .map(Placement::box)
        .anyMatch(box -> canvas.intersect(box).isEmpty());
  }

  private static boolean cropped(CheckRequest request) {
    Box canvas = request.mask().size().bounds();
    return request.candidate().placements().stream()
        .map(Placement::box)
        .anyMatch(box -> !canvas.contains(box));
  }
}
