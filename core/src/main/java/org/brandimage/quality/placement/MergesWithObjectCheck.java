package org.brandimage.quality.placement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.scene.SceneView;
import org.brandimage.spi.scene.ShareGrid;

/**
 * The check that products keep clear of what stands in the background at the same depth: guideline
 * {@code merges-with-object}, flexible, on the composite.
 *
 * <p>The number is the share of occupied cells in a band around the footprint, half as wide again
 * as the contact and reaching up by {@value #UP} of the product's height, of the worst product; it
 * must be at most {@value #MOST}. Things that stand farther back, higher in the picture, do not
 * count. Not applicable where the background was not read or a product does not stand. Thread-safe;
 * below a millisecond a product.
 */
public final class MergesWithObjectCheck implements GuidelineCheck {
  static final double MOST = 0.5;
  private static final double UP = 0.15;
  private static final double WIDER = 0.25;
  private static final int SAMPLES = 12;

  private static final Guideline GUIDELINE =
      Guideline.flexible("merges-with-object", "No product runs into another object.");

  private MergesWithObjectCheck() {}

  /** {@return the check, which has no state} */
  public static MergesWithObjectCheck create() {
    return new MergesWithObjectCheck();
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
      return GuidelineResult.notApplicable(this, "The background is not known.").build();
    }
    List<Contact> contacts = Contact.of(request);
    if (contacts.isEmpty()) {
      return GuidelineResult.notApplicable(this, "A product does not stand upright.").build();
    }
    double most = 0;
    for (Contact contact : contacts) {
      most = Math.max(most, occupied(view.get(), contact));
    }
    String sentence =
        String.format(
            Locale.ROOT,
            "%.0f %% of what is around its base belongs to something else.",
            100 * most);
    return (most <= MOST
            ? GuidelineResult.pass(this, sentence)
            : GuidelineResult.fail(
                this, sentence, "Leave room between the product and the object."))
        .number(most)
        .threshold(MOST)
        .build();
  }

  private static double occupied(SceneView view, Contact contact) {
    ShareGrid occupied = view.map().occupied();
    double left = contact.left() - WIDER * contact.width();
    double width = contact.width() * (1 + 2 * WIDER);
    double height = UP * contact.placement().box().height();
    double sum = 0;
    for (int row = 0; row < SAMPLES; row++) {
      double y = contact.ground() - height * (row + 0.5) / SAMPLES;
      for (int column = 0; column < SAMPLES; column++) {
        double x = left + width * (column + 0.5) / SAMPLES;
        sum += occupied.sample(view.photoX(x), view.photoY(y));
      }
    }
    return sum / (SAMPLES * SAMPLES);
  }
}
