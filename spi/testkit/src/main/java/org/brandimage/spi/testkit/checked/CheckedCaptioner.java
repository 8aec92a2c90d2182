package org.brandimage.spi.testkit.checked;

import java.util.List;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.caption.CaptionRequest;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.contract.BrokenRule;
import org.brandimage.spi.contract.CaptionRules;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Captioner} that checks every call of another one at run time: a broken rule is an {@link
 * AssertionError} with the rule's number. Closing it closes the other one twice. Thread-safe.
 */
public final class CheckedCaptioner extends CheckedStage<Captioner, CaptionRequest, Caption>
    implements Captioner {
  /**
   * Wraps a captioner.
   *
   * @param stage the stage to check
   */
  public CheckedCaptioner(Captioner stage) {
    super(stage);
  }

  @Override
  public Caption caption(CaptionRequest request, StageContext context) throws InterruptedException {
    return checked(stage()::caption, request, context);
  }

  @Override
  List<BrokenRule> broken(CaptionRequest request, @Nullable Caption result) {
    return CaptionRules.all(request, result);
  }
}
