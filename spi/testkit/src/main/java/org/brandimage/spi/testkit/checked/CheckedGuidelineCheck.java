package org.brandimage.spi.testkit.checked;

import java.util.List;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.BrokenRule;
import org.brandimage.spi.contract.CheckRules;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.jspecify.annotations.Nullable;

/**
 * A {@link GuidelineCheck} that checks every call of another one at run time: a broken rule is an
 * {@link AssertionError} with the rule's number. Closing it closes the other one twice.
 * Thread-safe.
 */
public final class CheckedGuidelineCheck
    extends CheckedStage<GuidelineCheck, CheckRequest, GuidelineResult> implements GuidelineCheck {
  /**
   * Wraps a check.
   *
   * @param stage the check to check
   */
  public CheckedGuidelineCheck(GuidelineCheck stage) {
    super(stage);
  }

  @Override
  public Guideline guideline() {
    return stage().guideline();
  }

  @Override
  public Phase phase() {
    return stage().phase();
  }

  @Override
  public GuidelineResult check(CheckRequest request, StageContext context)
      throws InterruptedException {
    return checked(stage()::check, request, context);
  }

  @Override
  List<BrokenRule> broken(CheckRequest request, @Nullable GuidelineResult result) {
    return CheckRules.all(stage(), result);
  }
}
