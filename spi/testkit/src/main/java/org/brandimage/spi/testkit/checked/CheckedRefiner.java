package org.brandimage.spi.testkit.checked;

import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.BrokenRule;
import org.brandimage.spi.contract.RefineRules;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;
import org.brandimage.spi.refine.Refiner;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Refiner} that checks every call of another one at run time: a broken rule is an {@link
 * AssertionError} with the rule's number. Closing it closes the other one twice. Thread-safe.
 */
public final class CheckedRefiner extends CheckedStage<Refiner, RefineRequest, Refinement>
    implements Refiner {
  /**
   * Wraps a refiner.
   *
   * @param stage the stage to check
   */
  public CheckedRefiner(Refiner stage) {
    super(stage);
  }

  @Override
  public Refinement refine(RefineRequest request, StageContext context)
      throws InterruptedException {
    return checked(stage()::refine, request, context);
  }

  @Override
  List<BrokenRule> broken(RefineRequest request, @Nullable Refinement result) {
    return RefineRules.all(request, result);
  }
}
