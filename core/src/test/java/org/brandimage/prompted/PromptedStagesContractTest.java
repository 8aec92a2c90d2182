package org.brandimage.prompted;

import org.brandimage.spi.StageBundle;
import org.brandimage.spi.testkit.contract.StageBundleContract;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;

class PromptedStagesContractTest extends StageBundleContract {
  @Override
  protected StageBundle stageBundle() {
    return PromptedStages.over(new FakeLanguageModel(Replies::sensible));
  }
}
