package org.brandimage.spi.testkit.fake;

import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.testkit.contract.CompositionPlannerContract;

class FakeCompositionPlannerContractTest extends CompositionPlannerContract {
  @Override
  protected CompositionPlanner compositionPlanner() {
    return new FakeCompositionPlanner();
  }
}
