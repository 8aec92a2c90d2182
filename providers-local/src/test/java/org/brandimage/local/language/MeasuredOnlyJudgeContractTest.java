package org.brandimage.local.language;

import org.brandimage.spi.judge.QualityJudge;
import org.brandimage.spi.testkit.QualityJudgeContract;

class MeasuredOnlyJudgeContractTest extends QualityJudgeContract {
  @Override
  protected QualityJudge qualityJudge() {
    return MeasuredOnlyJudge.create();
  }
}
