package org.brandimage.prompted;

import org.brandimage.spi.StageBundle;
import org.brandimage.spi.testkit.FakeLanguageModel;
import org.brandimage.spi.testkit.StageBundleContract;

class PromptedStagesContractTest extends StageBundleContract {
  @Override
  protected StageBundle stageBundle() {
    return PromptedStages.over(new FakeLanguageModel(Replies::sensible));
  }
}
