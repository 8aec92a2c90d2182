package org.brandimage.spi.testkit.checked;

import java.util.List;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.BrokenRule;
import org.brandimage.spi.contract.OutpaintRules;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.outpaint.Outpainting;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Outpainter} that checks every call of another one at run time: a broken rule is an
 * {@link AssertionError} with the rule's number. Closing it closes the other one twice.
 * Thread-safe.
 */
public final class CheckedOutpainter extends CheckedStage<Outpainter, OutpaintRequest, Outpainting>
    implements Outpainter {
  /**
   * Wraps an outpainter.
   *
   * @param stage the stage to check
   */
  public CheckedOutpainter(Outpainter stage) {
    super(stage);
  }

  @Override
  public Outpainting outpaint(OutpaintRequest request, StageContext context)
      throws InterruptedException {
    return checked(stage()::outpaint, request, context);
  }

  @Override
  public boolean keepsBackground() {
    return stage().keepsBackground();
  }

  @Override
  List<BrokenRule> broken(OutpaintRequest request, @Nullable Outpainting result) {
    return OutpaintRules.all(request, result);
  }
}
