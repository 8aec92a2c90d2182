package org.brandimage.prompted;

import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.testkit.contract.CompositionPlannerContract;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;

class PromptedPlannerContractTest extends CompositionPlannerContract {
  @Override
  protected CompositionPlanner compositionPlanner() {
    return PromptedPlanner.create(new FakeLanguageModel(Replies::sensible));
  }
}
