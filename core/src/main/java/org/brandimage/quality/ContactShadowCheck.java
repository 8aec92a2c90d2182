package org.brandimage.quality;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;

/**
 * The check that every product has a shadow where it touches the ground, so that it does not seem
 * to float: guideline {@code contact-shadow}, required, on the provider's picture.
 *
 * <p>The number is the luma of the strip right under the product's base relative to what is
 * expected there without the product; it must be at most {@value #KNOWN_GROUND} of the background
 * the picture was made on, where that still shows. Otherwise it is compared with the ground beside
 * and below the base, and must be at most {@value #GUESSED_GROUND} of that. When this ground is too
 * uneven (by more than {@value #MAX_UNEVENNESS} of its luma), the guideline is unanswered; except
 * that up to an unevenness of {@value #MAX_FAIR_UNEVENNESS}, a strip that is darker by three times
 * the unevenness counts as a shadow.
 *
 * <p>Measured with seven cut-outs of real products on fourteen backgrounds, 42 pictures of each
 * kind, with contact shadows of strength 0.2, 0.35 and 0.5, cast shadows and both together. Known
 * ground: 0.99 to 1.01 without a shadow, at most 0.95 with one: no error in 252. Guessed ground:
 * even in 12 of the 42, namely the studio backdrops, there again no error in 72 (0.98 and above
 * against 0.94 and below); nearly all photographed scenes are left unanswered, since there the two
 * overlap wholly (35 pictures without a shadow: none more even than 0.079). Thread-safe; about 7 ms
 * a product, whatever the canvas.
 */
public final class ContactShadowCheck implements GuidelineCheck {
  static final double KNOWN_GROUND = 0.97;
  static final double GUESSED_GROUND = 0.96;
  static final double MAX_UNEVENNESS = 0.03;

  /** The largest unevenness of ground on which a shadow can be found, while its absence cannot. */
  static final double MAX_FAIR_UNEVENNESS = 0.065;

  /** The factor by which a shadow must be darker than the unevenness of the ground. */
  private static final double CLEAR = 3;

  private static final double MARGIN = 0.35;
  private static final String HINT =
      "Ask for a soft contact shadow, or give the generator a band around the product to paint.";
  private static final Guideline GUIDELINE =
      Guideline.required(
          "contact-shadow", "Every product casts a shadow where it touches the ground.");

  private ContactShadowCheck() {}

  /** {@return the check, which has no state} */
  public static ContactShadowCheck create() {
    return new ContactShadowCheck();
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
    List<Surroundings> products = Surroundings.of(request, request.picture(), MARGIN);
    double lightest = 0;
    double threshold = KNOWN_GROUND;
    boolean open = products.isEmpty();
    for (Surroundings product : products) {
      Optional<ContactBand> band = ContactBand.of(product);
      threshold = product.background().isPresent() ? KNOWN_GROUND : GUESSED_GROUND;
      if (band.isEmpty() || !tells(band.get())) {
        open = true;
      } else {
        lightest = Math.max(lightest, band.get().ratio());
      }
    }
    return answer(lightest, threshold, open);
  }

  /**
   * Tells whether the ground allows an answer: even ground does, and less even ground does when the
   * strip is far darker.
   */
  private static boolean tells(ContactBand band) {
    double darker = 1 - band.ratio();
    return band.unevenness() <= MAX_UNEVENNESS
        || (band.unevenness() <= MAX_FAIR_UNEVENNESS && darker >= CLEAR * band.unevenness());
  }

  private GuidelineResult answer(double lightest, double threshold, boolean open) {
    if (lightest > threshold) {
      return GuidelineResult.fail(this, sentence("no shadow", lightest), HINT)
          .number(lightest)
          .threshold(threshold)
          .build();
    }
    if (open) {
      return GuidelineResult.unanswered(
              this, "The ground under the product is unknown or too uneven to tell a shadow on it.")
          .build();
    }
    return GuidelineResult.pass(this, sentence("a shadow", lightest))
        .number(lightest)
        .threshold(threshold)
        .build();
  }

  private static String sentence(String what, double ratio) {
    return String.format(
        Locale.ROOT,
        "Under the product there is %s: %.0f %% of the light is left.",
        what,
        100 * ratio);
  }
}
