package org.brandimage.local.plan;

import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.testkit.contract.CompositionPlannerContract;

class RealScalePlannerContractTest extends CompositionPlannerContract {
  @Override
  protected CompositionPlanner compositionPlanner() {
    return RealScalePlanner.create();
  }
}
