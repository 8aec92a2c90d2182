package org.brandimage.spi.testkit.checked;

import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.BrokenRule;
import org.brandimage.spi.contract.CutoutRules;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.cutout.CutoutRequest;
import org.jspecify.annotations.Nullable;

/**
 * A {@link CutoutMaker} that checks every call of another one at run time: a broken rule is an
 * {@link AssertionError} with the rule's number. Closing it closes the other one twice.
 * Thread-safe.
 */
public final class CheckedCutoutMaker extends CheckedStage<CutoutMaker, CutoutRequest, Cutout>
    implements CutoutMaker {
  /**
   * Wraps a cut-out maker.
   *
   * @param stage the stage to check
   */
  public CheckedCutoutMaker(CutoutMaker stage) {
    super(stage);
  }

  @Override
  public Cutout cut(CutoutRequest request, StageContext context) throws InterruptedException {
    return checked(stage()::cut, request, context);
  }

  @Override
  List<BrokenRule> broken(CutoutRequest request, @Nullable Cutout result) {
    return CutoutRules.all(request, result);
  }
}
