package org.brandimage.prompted;

import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.testkit.FakeLanguageModel;
import org.brandimage.spi.testkit.QualityJudgeContract;

class PromptedJudgeContractTest extends QualityJudgeContract {
  @Override
  protected QualityJudge qualityJudge() {
    return PromptedJudge.create(new FakeLanguageModel(Replies::sensible));
  }
}
