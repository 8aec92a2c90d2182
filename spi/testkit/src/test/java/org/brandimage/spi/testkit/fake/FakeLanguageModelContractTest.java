package org.brandimage.spi.testkit.fake;

import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.testkit.contract.LanguageModelContract;

class FakeLanguageModelContractTest extends LanguageModelContract {
  @Override
  protected LanguageModel languageModel() {
    return new FakeLanguageModel();
  }
}
