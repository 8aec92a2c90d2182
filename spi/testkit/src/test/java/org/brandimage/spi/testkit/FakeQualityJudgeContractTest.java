package org.brandimage.spi.testkit;

import org.brandimage.spi.judge.QualityJudge;

class FakeQualityJudgeContractTest extends QualityJudgeContract {
  @Override
  protected QualityJudge qualityJudge() {
    return new FakeQualityJudge();
  }
}
