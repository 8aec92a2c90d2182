package org.brandimage.prompted;

import java.util.Optional;
import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.testkit.contract.CaptionerContract;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;

class PromptedCaptionerContractTest extends CaptionerContract {
  @Override
  protected Captioner captioner() {
    return PromptedCaptioner.create(new FakeLanguageModel(Replies::sensible));
  }

  @Override
  protected Optional<Captioner> withServiceDown() {
    return Optional.of(PromptedCaptioner.create(Replies.modelWithServiceDown()));
  }
}
