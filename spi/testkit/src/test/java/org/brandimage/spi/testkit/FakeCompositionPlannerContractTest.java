package org.brandimage.spi.testkit;

import org.brandimage.spi.plan.CompositionPlanner;

class FakeCompositionPlannerContractTest extends CompositionPlannerContract {
  @Override
  protected CompositionPlanner compositionPlanner() {
    return new FakeCompositionPlanner();
  }
}
