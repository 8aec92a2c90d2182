package org.brandimage.prompted;

import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.testkit.contract.DecomposerContract;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;

class PromptedDecomposerContractTest extends DecomposerContract {
  @Override
  protected Decomposer decomposer() {
    return PromptedDecomposer.create(new FakeLanguageModel(Replies::sensible));
  }
}
