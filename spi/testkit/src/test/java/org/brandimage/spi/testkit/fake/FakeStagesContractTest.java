package org.brandimage.spi.testkit.fake;

import org.brandimage.spi.StageBundle;
import org.brandimage.spi.testkit.contract.StageBundleContract;

class FakeStagesContractTest extends StageBundleContract {
  @Override
  protected StageBundle stageBundle() {
    return new FakeStages();
  }
}
