package org.brandimage.quality.placement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.brandimage.imaging.scene.GroundSupport;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.scene.SceneView;

/**
 * The check that no part of a product's base hangs in the air: guideline {@code supported},
 * flexible, on the composite.
 *
 * <p>The number is the share of free ground under the worst third of a contact, left, middle or
 * right, of the worst product; it must be at least {@value #LEAST}. Not applicable where {@link
 * StandsOnGroundCheck} is. Thread-safe; below a millisecond a product.
 */
public final class SupportedCheck implements GuidelineCheck {
  static final double LEAST = 0.25;

  private static final Guideline GUIDELINE =
      Guideline.flexible("supported", "No part of a product hangs over an edge.");

  private SupportedCheck() {}

  /** {@return the check, which has no state} */
  public static SupportedCheck create() {
    return new SupportedCheck();
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
    if (view.isEmpty() || view.get().map().confidence() < StandsOnGroundCheck.SURE) {
      return GuidelineResult.notApplicable(this, "The ground of the background is not known.")
          .build();
    }
    List<Contact> contacts = Contact.of(request);
    if (contacts.isEmpty()) {
      return GuidelineResult.notApplicable(this, "A product does not stand upright.").build();
    }
    GroundSupport support = GroundSupport.of(view.get().map());
    double least = 1;
    for (Contact contact : contacts) {
      least =
          Math.min(
              least,
              support.of(view.get(), contact.left(), contact.width(), contact.ground()).worst());
    }
    String sentence =
        String.format(
            Locale.ROOT, "Under the worst third of its base %.0f %% is free ground.", 100 * least);
    return (least >= LEAST
            ? GuidelineResult.pass(this, sentence)
            : GuidelineResult.fail(this, sentence, "Move the product away from the edge."))
        .number(least)
        .threshold(LEAST)
        .build();
  }
}
