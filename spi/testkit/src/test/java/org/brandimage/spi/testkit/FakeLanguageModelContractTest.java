package org.brandimage.spi.testkit;

import org.brandimage.spi.model.LanguageModel;

class FakeLanguageModelContractTest extends LanguageModelContract {
  @Override
  protected LanguageModel languageModel() {
    return new FakeLanguageModel();
  }
}
