package org.brandimage.prompted;

import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.testkit.DecomposerContract;
import org.brandimage.spi.testkit.FakeLanguageModel;

class PromptedDecomposerContractTest extends DecomposerContract {
  @Override
  protected Decomposer decomposer() {
    return PromptedDecomposer.create(new FakeLanguageModel(Replies::sensible));
  }
}
