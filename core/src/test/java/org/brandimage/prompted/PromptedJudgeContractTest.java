package org.brandimage.prompted;

import java.util.Optional;
import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.testkit.contract.QualityJudgeContract;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;

class PromptedJudgeContractTest extends QualityJudgeContract {
  @Override
  protected QualityJudge qualityJudge() {
    return PromptedJudge.create(new FakeLanguageModel(Replies::sensible));
  }

  @Override
  protected Optional<QualityJudge> withServiceDown() {
    return Optional.of(PromptedJudge.create(Replies.modelWithServiceDown()));
  }
}
