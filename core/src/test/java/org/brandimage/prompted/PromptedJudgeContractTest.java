package org.brandimage.prompted;

import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.testkit.contract.QualityJudgeContract;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;

class PromptedJudgeContractTest extends QualityJudgeContract {
  @Override
  protected QualityJudge qualityJudge() {
    return PromptedJudge.create(new FakeLanguageModel(Replies::sensible));
  }
}
