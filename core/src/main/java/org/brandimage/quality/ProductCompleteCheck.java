package org.brandimage.quality;

import java.util.Locale;
import java.util.Optional;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.plan.Placement;

/**
 * The check that every product is wholly in the picture, inside the brand's safe margin and outside
 * its safe zones: guideline {@code product-complete}, required, on the composite.
 *
 * <p>The number is the smallest distance of a product pixel from an edge of the canvas, as a share
 * of that side; the threshold is the brand kit's safe margin, less one pixel for rounding to whole
 * pixels. A product whose box lies wholly outside the canvas counts as -1. A product pixel in a
 * safe zone fails with 0. Where the grid lets products leave the canvas, the number is the largest
 * share of a box beyond it, and the threshold what the grid allows, up to a pixel. The result
 * follows from geometry alone, so it has no error rate. Thread-safe; one pass over the mask.
 */
public final class ProductCompleteCheck implements GuidelineCheck {
  /** Boxes lie on whole pixels, so a margin may be short of its share by part of one. */
  private static final int ROUNDING = 1;

  private static final String HINT = "Make the product smaller or place it nearer to the middle.";
  private static final String ZONE_HINT = "Move the product out of the brand's safe zone.";
  private static final Guideline GUIDELINE =
      Guideline.required(
          "product-complete", "Every product is wholly visible and keeps out of the safe zones.");

  private ProductCompleteCheck() {}

  /** {@return the check, which has no state} */
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
      return GuidelineResult.fail(this, "A product lies outside the picture.", HINT)
          .number(-1)
          .threshold(threshold)
          .build();
    }
    Optional<SafeZone> zone = entered(request);
    if (zone.isPresent()) {
      String reason = "A product stands in the safe zone " + zone.get() + ".";
      return GuidelineResult.fail(this, reason, ZONE_HINT).number(0).threshold(threshold).build();
    }
    return request.overflow() > 0
        ? overflow(request)
        : margin(request, visible.get(), canvas, threshold);
  }

  private GuidelineResult margin(CheckRequest request, Box box, Size canvas, double threshold) {
    int across = Math.min(box.x(), canvas.width() - box.right());
    int upright = Math.min(box.y(), canvas.height() - box.bottom());
    double margin = Math.min(share(across, canvas.width()), share(upright, canvas.height()));
    boolean within =
        share(across + ROUNDING, canvas.width()) >= threshold
            && share(upright + ROUNDING, canvas.height()) >= threshold;
    if (margin == 0 && cropped(request)) {
      return GuidelineResult.fail(this, "The picture's edge cuts a product off.", HINT)
          .number(0)
          .threshold(threshold)
          .build();
    }
    String words = String.format(Locale.ROOT, "%.1f %%", 100 * margin);
    return within
        ? GuidelineResult.pass(this, "Every product keeps " + words + " from the edges.")
            .number(margin)
            .threshold(threshold)
            .build()
        : GuidelineResult.fail(this, "A product comes as near as " + words + " to an edge.", HINT)
            .number(margin)
            .threshold(threshold)
            .build();
  }

  private GuidelineResult overflow(CheckRequest request) {
    Box canvas = request.mask().size().bounds();
    double allowed = request.overflow();
    double hidden = 0;
    boolean within = true;
    for (Placement placement : request.candidate().placements()) {
      Box box = placement.box();
      Box seen = canvas.intersect(box).orElseThrow();
      int across = box.width() - seen.width();
      int upright = box.height() - seen.height();
      hidden = Math.max(hidden, Math.max(share(across, box.width()), share(upright, box.height())));
      within &=
          across - ROUNDING <= allowed * box.width()
              && upright - ROUNDING <= allowed * box.height();
    }
    String words = String.format(Locale.ROOT, "%.1f %%", 100 * hidden);
    return (within
            ? GuidelineResult.pass(this, "The edges cut off at most " + words + " of a product.")
            : GuidelineResult.fail(
                this, "The picture's edge cuts off " + words + " of a product.", HINT))
        .number(hidden)
        .threshold(allowed)
        .build();
  }

  private static Optional<SafeZone> entered(CheckRequest request) {
    Mask mask = request.mask();
    return request.brandKit().safeZones().stream()
        .filter(zone -> keepsAny(mask, zone.on(mask.size())))
        .findFirst();
  }

  private static boolean keepsAny(Mask mask, Box zone) {
    for (int y = zone.y(); y < zone.bottom(); y++) {
      for (int x = zone.x(); x < zone.right(); x++) {
        if (mask.keeps(x, y)) {
          return true;
        }
      }
    }
    return false;
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
