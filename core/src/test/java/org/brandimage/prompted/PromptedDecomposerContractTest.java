package org.brandimage.prompted;

import java.util.Optional;
import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.testkit.contract.DecomposerContract;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;

class PromptedDecomposerContractTest extends DecomposerContract {
  @Override
  protected Decomposer decomposer() {
    return PromptedDecomposer.create(new FakeLanguageModel(Replies::sensible));
  }

  @Override
  protected Optional<Decomposer> withServiceDown() {
    return Optional.of(PromptedDecomposer.create(Replies.modelWithServiceDown()));
  }
}
