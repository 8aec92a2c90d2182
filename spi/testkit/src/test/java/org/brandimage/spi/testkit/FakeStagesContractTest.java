package org.brandimage.spi.testkit;

import org.brandimage.spi.StageBundle;

class FakeStagesContractTest extends StageBundleContract {
  @Override
  protected StageBundle stageBundle() {
    return new FakeStages();
  }
}
