package org.brandimage.pipeline;

import java.util.List;
import org.brandimage.pipeline.candidate.Composite;
import org.brandimage.quality.ProductStandsOutCheck;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.plan.Placement;

/**
 * What a candidate promises before anything is paid for, from 0 to 4: the share of the measured
 * guidelines of the composite that it keeps (1); how well the product stands out from its
 * background, where there is one (1); how upright it is, as a thing on the ground seldom leans (1);
 * how near its middle is to a third or to the middle of the canvas (1). Measures and geometry only.
 */
final class CompositeScore {
  /** The highest score. */
  static final double HIGHEST = 4;

  private CompositeScore() {}

  static double of(Composite composite, Inspection inspection, StageContext context)
      throws InterruptedException {
    return kept(composite.results())
        + standsOut(composite, inspection, context)
        + uprightness(composite)
        + balance(composite);
  }

  private static double kept(List<GuidelineResult> results) {
    long kept = results.stream().filter(result -> result.outcome() != Outcome.FAIL).count();
    return results.isEmpty() ? 1 : (double) kept / results.size();
  }

  private static double standsOut(Composite composite, Inspection inspection, StageContext context)
      throws InterruptedException {
    if (composite.planned().scene().background().isEmpty()) {
      return 0;
    }
    GuidelineResult result =
        inspection.composite(composite, List.of(ProductStandsOutCheck.create()), context).get(0);
    if (result.number().isEmpty() || result.threshold().isEmpty()) {
      return result.passed() ? 1 : 0;
    }
    double margin = result.number().getAsDouble() / (2 * result.threshold().getAsDouble());
    return Math.max(0, Math.min(1, margin));
  }

  private static double uprightness(Composite composite) {
    double lean = 0;
    for (Placement placement : composite.candidate().placements()) {
      double rotation = Math.abs(placement.rotation());
      lean = Math.max(lean, Math.min(rotation, 180 - Math.min(180, rotation)));
    }
    return 1 - lean / 90;
  }

  private static double balance(Composite composite) {
    Size canvas = composite.planned().canvas().size();
    double weight = 0;
    double moment = 0;
    for (Placement placement : composite.candidate().placements()) {
      double area = (double) placement.box().width() * placement.box().height();
      weight += area;
      moment += area * (placement.box().x() + placement.box().width() / 2.0);
    }
    double middle = moment / weight / canvas.width();
    double nearest = Math.min(Math.abs(middle - 0.5), Math.abs(Math.abs(middle - 0.5) - 1 / 6.0));
    return 1 - Math.min(1, 4 * nearest);
  }
}
