package org.brandimage.local.language;

import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.testkit.contract.QualityJudgeContract;

class UnansweredJudgeContractTest extends QualityJudgeContract {
  @Override
  protected QualityJudge qualityJudge() {
    return UnansweredJudge.create();
  }
}
