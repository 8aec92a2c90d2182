package org.brandimage.prompted;

import org.brandimage.spi.refine.Refiner;
import org.brandimage.spi.testkit.FakeLanguageModel;
import org.brandimage.spi.testkit.RefinerContract;

class PromptedRefinerContractTest extends RefinerContract {
  @Override
  protected Refiner refiner() {
    return PromptedRefiner.create(new FakeLanguageModel(Replies::sensible));
  }
}
