package org.brandimage.quality.placement;

import java.util.Locale;
import java.util.Optional;
import org.brandimage.imaging.scene.SceneFraming;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.scene.SceneView;

/**
 * The check that the part of the background that is shown has enough pixels: guideline {@code
 * resolution}, flexible, on the composite.
 *
 * <p>The number is how many pixels of the picture one pixel of the photo becomes, across; it must
 * be at most {@value #MOST}. Not applicable where the background was not read. Thread-safe; costs
 * nothing.
 */
public final class ResolutionCheck implements GuidelineCheck {
  static final double MOST = SceneFraming.MOST_ENLARGED;
  private static final double ROUNDING = 1.01;

  private static final Guideline GUIDELINE =
      Guideline.flexible("resolution", "The background is not enlarged until it looks soft.");

  private ResolutionCheck() {}

  /** {@return the check, which has no state} */
  public static ResolutionCheck create() {
    return new ResolutionCheck();
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
    Optional<SceneView> view = request.sceneView();
    if (view.isEmpty()) {
      return GuidelineResult.notApplicable(this, "The size of the background is not known.")
          .build();
    }
    double enlarged = view.get().enlargement();
    String sentence =
        String.format(
            Locale.ROOT,
            "A pixel of the photo of %s becomes %.2f pixels of the picture.",
            view.get().map().photo(),
            enlarged);
    return (enlarged <= MOST * ROUNDING
            ? GuidelineResult.pass(this, sentence)
            : GuidelineResult.fail(this, sentence, "Give a larger photo, or a smaller canvas."))
        .number(enlarged)
        .threshold(MOST)
        .build();
  }
}
