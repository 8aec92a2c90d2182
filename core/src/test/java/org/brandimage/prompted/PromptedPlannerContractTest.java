package org.brandimage.prompted;

import java.util.Optional;
import org.brandimage.spi.plan.CompositionPlanner;
import org.brandimage.spi.testkit.contract.CompositionPlannerContract;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;

class PromptedPlannerContractTest extends CompositionPlannerContract {
  @Override
  protected CompositionPlanner compositionPlanner() {
    return PromptedPlanner.create(new FakeLanguageModel(Replies::sensible));
  }

  @Override
  protected Optional<CompositionPlanner> withServiceDown() {
    return Optional.of(PromptedPlanner.create(Replies.modelWithServiceDown()));
  }
}
