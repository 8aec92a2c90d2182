package org.brandimage.spi.testkit;

import org.brandimage.spi.judge.GuidelineCheck;

class FakeGuidelineCheckContractTest extends GuidelineCheckContract {
  @Override
  protected GuidelineCheck guidelineCheck() {
    return new FakeGuidelineCheck();
  }
}
