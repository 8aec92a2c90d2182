package org.brandimage.prompted;

import java.util.Optional;
import org.brandimage.spi.refine.Refiner;
import org.brandimage.spi.testkit.contract.RefinerContract;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;

class PromptedRefinerContractTest extends RefinerContract {
  @Override
  protected Refiner refiner() {
    return PromptedRefiner.create(new FakeLanguageModel(Replies::sensible));
  }

  @Override
  protected Optional<Refiner> withServiceDown() {
    return Optional.of(PromptedRefiner.create(Replies.modelWithServiceDown()));
  }
}
