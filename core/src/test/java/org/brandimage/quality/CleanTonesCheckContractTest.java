package org.brandimage.quality;

import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.testkit.contract.GuidelineCheckContract;

class CleanTonesCheckContractTest extends GuidelineCheckContract {
  @Override
  protected GuidelineCheck guidelineCheck() {
    return CleanTonesCheck.create();
  }
}
