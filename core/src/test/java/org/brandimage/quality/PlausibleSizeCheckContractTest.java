package org.brandimage.quality;

import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.testkit.contract.GuidelineCheckContract;

class PlausibleSizeCheckContractTest extends GuidelineCheckContract {
  @Override
  protected GuidelineCheck guidelineCheck() {
    return PlausibleSizeCheck.create();
  }
}
