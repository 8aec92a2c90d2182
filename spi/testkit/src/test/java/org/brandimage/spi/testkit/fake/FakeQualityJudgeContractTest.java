package org.brandimage.spi.testkit.fake;

import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.testkit.contract.QualityJudgeContract;

class FakeQualityJudgeContractTest extends QualityJudgeContract {
  @Override
  protected QualityJudge qualityJudge() {
    return new FakeQualityJudge();
  }
}
