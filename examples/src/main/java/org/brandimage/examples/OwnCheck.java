package org.brandimage.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.quality.MeasuredChecks;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;

// region own-check
/** A measured guideline: every product stands upright, to within ten degrees. */
public final class OwnCheck implements GuidelineCheck {
  private static final double MOST_DEGREES = 10;

  @Override
  public Guideline guideline() {
    return Guideline.flexible("upright", "Every product stands upright.");
  }

  @Override
  public Phase phase() {
    return Phase.COMPOSITE;
  }

  @Override
  public GuidelineResult check(CheckRequest request, StageContext context) {
    double degrees =
        request.candidate().placements().stream()
            .mapToDouble(placement -> Math.abs(placement.rotation()))
            .max()
            .orElse(0);
    GuidelineResult.Builder result =
        degrees <= MOST_DEGREES
            ? GuidelineResult.pass(this, "every product stands upright")
            : GuidelineResult.fail(this, "a product is tilted", "try smaller rotations");
    return result.number(degrees).threshold(MOST_DEGREES).build();
  }

  // endregion

  /**
   * Runs a pipeline with the check beside the measured ones of the library.
   *
   * @param args the folder of your pictures
   */
  public static void main(String[] args) {
    // region use-own-check
    List<GuidelineCheck> checks = new ArrayList<>(MeasuredChecks.baseline());
    checks.add(new OwnCheck());
    try (LocalStages local = LocalStages.open(Path.of(args[0]));
        BrandImagePipeline pipeline =
            BrandImagePipeline.builder().guidelineChecks(checks).stages(local).build()) {
      Grid tilted = Grid.DEFAULT.withRotations(List.of(0.0, 20.0));
      CampaignBrief brief = CampaignBrief.builder("a boot on a street").grid(tilted).build();
      pipeline.run(brief).rejected().forEach(lost -> System.out.println(lost.reasons()));
    }
    // endregion
  }
}
