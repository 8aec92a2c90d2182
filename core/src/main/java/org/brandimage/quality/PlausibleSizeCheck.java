package org.brandimage.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.retrieve.Selection;

/**
 * The check that products are neither too small nor fill the picture, and that products whose real
 * height is known are in proportion to each other: guideline {@code plausible-size}, required, on
 * the composite.
 *
 * <p>The size of a product is max(width / canvas width, height / canvas height), the relative scale
 * of the OPA data set (arXiv 2107.01889), and must lie from {@value #MIN_SCALE} to {@value
 * #MAX_SCALE}: below, a product of 1024 pixels has fewer than 72 on its longer side; above, it
 * cannot keep a margin. Of two products with known heights, the ratio of heights on the canvas may
 * differ from the real one by a factor of {@value #MAX_DISPROPORTION}, which leaves room for one
 * standing behind the other. The number is the scale or the factor that is wrong, else the smallest
 * scale. The check uses geometry alone, and its bounds are conventions, not measurements.
 * Thread-safe; costs nothing.
 */
public final class PlausibleSizeCheck implements GuidelineCheck {
  static final double MIN_SCALE = 0.07;
  static final double MAX_SCALE = 0.96;
  static final double MAX_DISPROPORTION = 2.0;

  private static final Guideline GUIDELINE =
      Guideline.required("plausible-size", "Every product has a believable size in the picture.");

  private PlausibleSizeCheck() {}

  /** {@return the check, which has no state} */
  public static PlausibleSizeCheck create() {
    return new PlausibleSizeCheck();
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
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (Placement placement : request.candidate().placements()) {
      double scale = scale(placement, canvas);
      smallest = Math.min(smallest, scale);
      largest = Math.max(largest, scale);
    }
    if (smallest < MIN_SCALE) {
      return failed("A product takes up only %.1f %% of the canvas.", smallest, MIN_SCALE);
    }
    if (largest * (1 - request.overflow()) > MAX_SCALE) {
      return failed("A product takes up %.1f %% of the canvas.", largest, MAX_SCALE);
    }
    double disproportion = disproportion(request);
    if (disproportion > MAX_DISPROPORTION) {
      String reason =
          String.format(
              Locale.ROOT,
              "Two products' heights are out of proportion %.1f times.",
              disproportion);
      return GuidelineResult.fail(this, reason, "Scale the products by their real heights.")
          .number(disproportion)
          .threshold(MAX_DISPROPORTION)
          .build();
    }
    return GuidelineResult.pass(this, "Every product has a believable size.")
        .number(smallest)
        .threshold(MIN_SCALE)
        .build();
  }

  private GuidelineResult failed(String format, double scale, double threshold) {
    String reason = String.format(Locale.ROOT, format, 100 * scale);
    String hint = scale < threshold ? "Make the product larger." : "Make the product smaller.";
    return GuidelineResult.fail(this, reason, hint).number(scale).threshold(threshold).build();
  }

  private static double scale(Placement placement, Size canvas) {
    return Math.max(
        (double) placement.box().width() / canvas.width(),
        (double) placement.box().height() / canvas.height());
  }

  /** The largest ratio of pixels per centimetre of two products whose real height is known. */
  private static double disproportion(CheckRequest request) {
    List<Double> pixelsPerCm = new ArrayList<>();
    List<Selection> products = request.scene().products();
    for (Placement placement : request.candidate().placements()) {
      if (placement.product() < products.size()) {
        OptionalDouble heightCm = products.get(placement.product()).asset().heightCm();
        heightCm.ifPresent(cm -> pixelsPerCm.add(placement.height() / cm));
      }
    }
    double least = pixelsPerCm.stream().mapToDouble(d -> d).min().orElse(1);
    return pixelsPerCm.stream().mapToDouble(d -> d).max().orElse(1) / least;
  }
}
