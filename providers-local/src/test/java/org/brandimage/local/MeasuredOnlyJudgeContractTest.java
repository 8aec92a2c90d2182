package org.brandimage.local;

import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.testkit.contract.QualityJudgeContract;

class MeasuredOnlyJudgeContractTest extends QualityJudgeContract {
  @Override
  protected QualityJudge qualityJudge() {
    return MeasuredOnlyJudge.create();
  }
}
