package org.brandimage.spi.testkit.fake;

import java.util.List;
import java.util.Locale;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.judge.Verdict;

/**
 * A judge that passes every guideline when at least half of the product's pixels are in the
 * picture, and fails every one when not. Only a guideline about a price is beyond it. Thread-safe.
 */
public final class FakeQualityJudge implements QualityJudge {
  /** Creates a judge. */
  public FakeQualityJudge() {}

  @Override
  public Verdict judge(JudgeRequest request, StageContext context) throws InterruptedException {
    List<Guideline> guidelines = request.guidelines();
    context.checkActive();
    if (guidelines.isEmpty()) {
      return new Verdict(request.candidate().id(), List.of());
    }
    double kept = Visible.kept(request.image().raster(), request.productLayer().raster());
    return new Verdict(
        request.candidate().id(),
        guidelines.stream().map(guideline -> answer(guideline, kept)).toList());
  }

  private static GuidelineResult answer(Guideline guideline, double kept) {
    if (guideline.statement().toLowerCase(Locale.ROOT).contains("price")) {
      return GuidelineResult.builder(
              guideline.id(), Outcome.UNANSWERED, "FakeQualityJudge", "No price can be seen.")
          .build();
    }
    boolean pass = kept >= 0.5;
    return GuidelineResult.builder(
            guideline.id(),
            pass ? Outcome.PASS : Outcome.FAIL,
            "FakeQualityJudge",
            pass ? "The product is there." : "The product is gone.")
        .number(kept)
        .threshold(0.5)
        .hint(pass ? "" : "keep the product as it is")
        .build();
  }
}
