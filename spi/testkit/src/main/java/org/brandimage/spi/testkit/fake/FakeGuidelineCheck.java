package org.brandimage.spi.testkit.fake;

import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;

/**
 * A check that counts the product's pixels which the picture shows unchanged; nine of ten are
 * enough. Thread-safe.
 */
public final class FakeGuidelineCheck implements GuidelineCheck {
  private static final double THRESHOLD = 0.9;

  private final Guideline guideline =
      Guideline.required("fake-product-kept", "The product is shown as it is.");
  private final Phase phase;

  /** Creates a check of the provider's picture. */
  public FakeGuidelineCheck() {
    this(Phase.GENERATED);
  }

  /**
   * Creates a check for a phase.
   *
   * @param phase when it runs
   */
  public FakeGuidelineCheck(Phase phase) {
    this.phase = phase;
  }

  @Override
  public Guideline guideline() {
    return guideline;
  }

  @Override
  public Phase phase() {
    return phase;
  }

  @Override
  public GuidelineResult check(CheckRequest request, StageContext context)
      throws InterruptedException {
    ImageSource picture = request.picture();
    context.checkActive();
    double kept = Visible.kept(picture.raster(), request.productLayer().raster());
    boolean pass = kept >= THRESHOLD;
    return GuidelineResult.builder(
            guideline.id(),
            pass ? Outcome.PASS : Outcome.FAIL,
            "FakeGuidelineCheck",
            pass ? "The product is as it was." : "The product was changed.")
        .number(kept)
        .threshold(THRESHOLD)
        .hint(pass ? "" : "mask the product")
        .build();
  }
}
