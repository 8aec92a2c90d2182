package org.brandimage.local.language;

import java.util.List;
import org.brandimage.spi.context.Identified;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Cause;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.judge.Verdict;

/**
 * A judge without a vision model: it answers every guideline {@link Outcome#UNANSWERED}, with the
 * reason.
 *
 * <p>What can be measured is answered before a judge is asked, by the checks of core's {@code
 * org.brandimage.quality}. The rest, such as "the scene looks festive", needs a vision model. An
 * open question is kept apart from a pass, so that a policy and a reader can distinguish the two.
 * Give a pipeline a judge with a vision model to have these answered.
 *
 * <p>Opens no picture, costs nothing, thread-safe, deterministic.
 */
public final class UnansweredJudge implements QualityJudge, Identified {
  private static final String NAME = "UnansweredJudge";
  private static final String REASON =
      "No measurement covers this guideline, and this judge has no model that looks at pictures.";

  private UnansweredJudge() {}

  /**
   * Returns the judge.
   *
   * @return a judge without state
   */
  public static UnansweredJudge create() {
    return new UnansweredJudge();
  }

  @Override
  public StageIdentity identity() {
    return new StageIdentity(NAME, "1", "");
  }

  @Override
  public Verdict judge(JudgeRequest request, StageContext context) throws InterruptedException {
    context.checkActive();
    List<GuidelineResult> results =
        request.guidelines().stream()
            .map(guideline -> guideline.id())
            .map(UnansweredJudge::unanswered)
            .toList();
    return new Verdict(request.candidate().id(), results);
  }

  @Override
  public String toString() {
    return NAME;
  }

  private static GuidelineResult unanswered(String id) {
    return GuidelineResult.builder(id, Outcome.UNANSWERED, NAME, REASON)
        .cause(Cause.NOT_ASKED)
        .build();
  }
}
