package org.brandimage.quality;

import java.util.Locale;
import org.brandimage.metric.Exposure;
import org.brandimage.metric.Sharpness;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;

/**
 * The check that a picture is sharp and neither too dark nor too bright: guideline {@code
 * sharp-and-well-exposed}, flexible, on the finished picture.
 *
 * <p>{@link Sharpness} must be at least {@value #MIN_SHARPNESS}, at most {@value #MAX_CRUSHED} of
 * the pixels pure black and {@value #MAX_BLOWN} pure white (product shots on white are common), and
 * the mean luma from {@value #DARKEST} to {@value #BRIGHTEST}. The number is the sharpness, or the
 * first of these that fails.
 *
 * <p>Measured on 28 composites of 1024 pixels and 30 photographs: sharpness of untouched pictures
 * 80 and above, with a background blurred by σ 6 behind a sharp product 25 and above (none
 * rejected), wholly blurred by σ 4 at most 7 (all rejected), by σ 2 from 4 to 63 (few rejected).
 * Mean luma of untouched pictures 61 to 228 (none rejected), of ones darkened to 15 % at most 32
 * (all rejected), to 30 % from 18 to 63 (about a third). Thread-safe; two passes over the picture.
 */
public final class SharpAndWellExposedCheck implements GuidelineCheck {
  static final double MIN_SHARPNESS = 12;
  static final double MAX_CRUSHED = 0.35;
  static final double MAX_BLOWN = 0.85;
  static final double DARKEST = 35;
  static final double BRIGHTEST = 240;

  private static final Guideline GUIDELINE =
      Guideline.flexible("sharp-and-well-exposed", "The picture is sharp and well exposed.");

  private SharpAndWellExposedCheck() {}

  /** {@return the check, which has no state} */
  public static SharpAndWellExposedCheck create() {
    return new SharpAndWellExposedCheck();
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
    RasterImage picture = request.restored().raster();
    double sharpness = Sharpness.of(picture);
    Exposure exposure = Exposure.of(picture);
    if (exposure.crushed() > MAX_CRUSHED) {
      return failed("A share of %.2f is pure black.", exposure.crushed(), MAX_CRUSHED);
    }
    if (exposure.blown() > MAX_BLOWN) {
      return failed("A share of %.2f is pure white.", exposure.blown(), MAX_BLOWN);
    }
    if (exposure.mean() < DARKEST) {
      return failed("The picture is dark: its mean luma is %.0f.", exposure.mean(), DARKEST);
    }
    if (exposure.mean() > BRIGHTEST) {
      return failed("The picture is pale: its mean luma is %.0f.", exposure.mean(), BRIGHTEST);
    }
    // Last, since a picture without light has no detail either, and focus is not what to mend.
    if (sharpness < MIN_SHARPNESS) {
      return failed("The picture is soft: its sharpness is %.1f.", sharpness, MIN_SHARPNESS);
    }
    String reason =
        String.format(
            Locale.ROOT,
            "The picture is sharp (%.0f) and evenly exposed (mean luma %.0f).",
            sharpness,
            exposure.mean());
    return GuidelineResult.pass(this, reason).number(sharpness).threshold(MIN_SHARPNESS).build();
  }

  private GuidelineResult failed(String format, double number, double threshold) {
    String hint = "Ask for a sharply focused, evenly lit scene or take another background.";
    return GuidelineResult.fail(this, String.format(Locale.ROOT, format, number), hint)
        .number(number)
        .threshold(threshold)
        .build();
  }
}
