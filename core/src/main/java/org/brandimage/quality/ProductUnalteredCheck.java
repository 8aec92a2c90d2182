package org.brandimage.quality;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.brandimage.metric.MsSsim;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;

/**
 * The check that a generator did not alter the product: guideline {@code product-unaltered},
 * required, on the provider's picture before the product's own pixels are put back.
 *
 * <p>Each product is compared within its eroded silhouette, at a longer side of 192 pixels: {@link
 * MsSsim} of the kept pixels must be at least {@value #MIN_SIMILARITY}, and the mean CIEDE2000
 * difference at most {@value #MAX_COLOUR_SHIFT}. The number of the result is the similarity, or the
 * colour difference when only that one fails. A product with no opaque pixel is unanswered.
 *
 * <p>Thresholds were chosen on seven cut-outs of real products on fourteen backgrounds (28 pictures
 * of 1024 pixels for each alteration). Rejected of those that were only re-encoded (JPEG 75 and
 * 90), given noise of σ 4, blurred by σ 0.8, brightened or warmed by 4 to 5 %: 0 of 196; with three
 * of these at once: 1 of 28. Rejected of those that were moved by 2 % of the product or more,
 * scaled by 10 % or by -5 %, rotated by 3°, darkened by a quarter, warped by 2 %, replaced or
 * removed: all 364. Weaker: enlarged by 5 % 26 of 28 (the growth check sees those too), hue turned
 * by 30° 20 of 28 (the rest were nearly grey). Thread-safe; about 14 ms per product, whatever the
 * canvas.
 */
public final class ProductUnalteredCheck implements GuidelineCheck {
  static final double MIN_SIMILARITY = 0.975;
  static final double MAX_COLOUR_SHIFT = 6.5;

  private static final int COMPARED_SIDE = 192;
  private static final String HINT =
      "Lower the generator's strength, or let it paint only outside the product's mask.";
  private static final Guideline GUIDELINE =
      Guideline.required(
          "product-unaltered", "The product keeps its own shape, colours and markings.");

  private ProductUnalteredCheck() {}

  /** {@return the check, which has no state} */
  public static ProductUnalteredCheck create() {
    return new ProductUnalteredCheck();
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
    return worst(request).map(this::answer).orElseGet(this::unanswered);
  }

  private GuidelineResult answer(ProductFidelity fidelity) {
    double similarity = fidelity.similarity();
    double shift = fidelity.colourShift();
    if (similarity < MIN_SIMILARITY) {
      String reason =
          sentence("The product was repainted or moved: its similarity is %.3f.", similarity);
      return GuidelineResult.fail(this, reason, HINT)
          .number(similarity)
          .threshold(MIN_SIMILARITY)
          .build();
    }
    if (shift > MAX_COLOUR_SHIFT) {
      String reason = sentence("The product's colours moved by ΔE00 %.1f on average.", shift);
      return GuidelineResult.fail(this, reason, HINT)
          .number(shift)
          .threshold(MAX_COLOUR_SHIFT)
          .build();
    }
    String reason = sentence("The product is as it was: its similarity is %.3f.", similarity);
    return GuidelineResult.pass(this, reason).number(similarity).threshold(MIN_SIMILARITY).build();
  }

  private GuidelineResult unanswered() {
    return GuidelineResult.unanswered(
            this, "No product pixel is opaque, so there is nothing to compare.")
        .build();
  }

  /** The least faithful product; empty when no product has an opaque pixel. */
  static Optional<ProductFidelity> worst(CheckRequest request) {
    List<Box> boxes = Products.boxes(request, 0);
    List<Thumbnail> pictures = Thumbnail.each(request.picture(), boxes, COMPARED_SIDE);
    List<Thumbnail> layers = Thumbnail.each(request.productLayer(), boxes, COMPARED_SIDE);
    Optional<ProductFidelity> worst = Optional.empty();
    for (int i = 0; i < boxes.size(); i++) {
      Optional<ProductFidelity> one = ProductFidelity.of(pictures.get(i), layers.get(i));
      if (one.isPresent()) {
        worst = Optional.of(one.get().worse(worst.orElse(one.get())));
      }
    }
    return worst;
  }

  private static String sentence(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
