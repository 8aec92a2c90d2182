package org.brandimage.prompted;

import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.testkit.CaptionerContract;
import org.brandimage.spi.testkit.FakeLanguageModel;

class PromptedCaptionerContractTest extends CaptionerContract {
  @Override
  protected Captioner captioner() {
    return PromptedCaptioner.create(new FakeLanguageModel(Replies::sensible));
  }
}
