package org.brandimage.spi.testkit.checked;

import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.BrokenRule;
import org.brandimage.spi.contract.JudgeRules;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.judge.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A {@link QualityJudge} that checks every call of another one at run time: a broken rule is an
 * {@link AssertionError} with the rule's number. Closing it closes the other one twice.
 * Thread-safe.
 */
public final class CheckedQualityJudge extends CheckedStage<QualityJudge, JudgeRequest, Verdict>
    implements QualityJudge {
  /**
   * Wraps a judge.
   *
   * @param stage the stage to check
   */
  public CheckedQualityJudge(QualityJudge stage) {
    super(stage);
  }

  @Override
  public Verdict judge(JudgeRequest request, StageContext context) throws InterruptedException {
    return checked(stage()::judge, request, context);
  }

  @Override
  List<BrokenRule> broken(JudgeRequest request, @Nullable Verdict result) {
    return JudgeRules.all(request, result);
  }
}
