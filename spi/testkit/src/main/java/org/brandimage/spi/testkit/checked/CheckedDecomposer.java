package org.brandimage.spi.testkit.checked;

import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.BrokenRule;
import org.brandimage.spi.contract.DecomposeRules;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.decompose.Decomposition;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Decomposer} that checks every call of another one at run time: a broken rule is an
 * {@link AssertionError} with the rule's number. Closing it closes the other one twice.
 * Thread-safe.
 */
public final class CheckedDecomposer
    extends CheckedStage<Decomposer, DecomposeRequest, Decomposition> implements Decomposer {
  /**
   * Wraps a decomposer.
   *
   * @param stage the stage to check
   */
  public CheckedDecomposer(Decomposer stage) {
    super(stage);
  }

  @Override
  public Decomposition decompose(DecomposeRequest request, StageContext context)
      throws InterruptedException {
    return checked(stage()::decompose, request, context);
  }

  @Override
  List<BrokenRule> broken(DecomposeRequest request, @Nullable Decomposition result) {
    return DecomposeRules.all(request, result);
  }
}
