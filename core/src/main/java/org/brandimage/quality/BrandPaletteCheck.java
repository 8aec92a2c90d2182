package org.brandimage.quality;

import java.util.List;
import java.util.Locale;
import org.brandimage.metric.PaletteDistance;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;

/**
 * The check that a picture shows the brand's colours: guideline {@code brand-palette}, flexible. At
 * least {@value #MIN_COVERAGE} of the picture must lie within CIEDE2000 {@value #WITHIN} of a
 * colour of the palette: other shades of it count, another hue does not. Not applicable when the
 * brand kit has no palette. The bounds are a convention, since only a brand can decide how much of
 * its colour is enough; for another rule, give the brand kit a guideline with this id that a judge
 * answers. Thread-safe; one pass over the picture.
 */
public final class BrandPaletteCheck implements GuidelineCheck {
  static final double WITHIN = 16;
  static final double MIN_COVERAGE = 0.10;

  private static final Guideline GUIDELINE =
      Guideline.flexible("brand-palette", "The picture shows the brand's colours.");

  private BrandPaletteCheck() {}

  /** {@return the check, which has no state} */
  public static BrandPaletteCheck create() {
    return new BrandPaletteCheck();
  }

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Phase phase() {
    return Phase.GENERATED;
  }

  @Override
  public GuidelineResult check(CheckRequest request, StageContext context)
      throws InterruptedException {
    context.checkActive();
    List<Rgb> palette = request.brandKit().palette();
    if (palette.isEmpty()) {
      return GuidelineResult.notApplicable(
              this, "The brand kit has no palette, so any colour will do.")
          .build();
    }
    double coverage = PaletteDistance.of(request.restored().raster(), palette, WITHIN).coverage();
    String reason =
        String.format(
            Locale.ROOT, "A share of %.2f of the picture is near a brand colour.", coverage);
    GuidelineResult.Builder answer =
        coverage >= MIN_COVERAGE
            ? GuidelineResult.pass(this, reason)
            : GuidelineResult.fail(this, reason, "Take a background in the brand's colours.");
    return answer.number(coverage).threshold(MIN_COVERAGE).build();
  }
}
