package org.brandimage.spi.testkit.checked;

import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.BrokenRule;
import org.brandimage.spi.contract.PlanRules;
import org.brandimage.spi.plan.CompositionPlan;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.plan.PlanRequest;
import org.jspecify.annotations.Nullable;

/**
 * A {@link CompositionPlanner} that checks every call of another one at run time: a broken rule is
 * an {@link AssertionError} with the rule's number. Closing it closes the other one twice.
 * Thread-safe.
 */
public final class CheckedCompositionPlanner
    extends CheckedStage<CompositionPlanner, PlanRequest, CompositionPlan>
    implements CompositionPlanner {
  /**
   * Wraps a planner.
   *
   * @param stage the stage to check
   */
  public CheckedCompositionPlanner(CompositionPlanner stage) {
    super(stage);
  }

  @Override
  public CompositionPlan plan(PlanRequest request, StageContext context)
      throws InterruptedException {
    return checked(stage()::plan, request, context);
  }

  @Override
  List<BrokenRule> broken(PlanRequest request, @Nullable CompositionPlan result) {
    return PlanRules.all(request, result);
  }
}
