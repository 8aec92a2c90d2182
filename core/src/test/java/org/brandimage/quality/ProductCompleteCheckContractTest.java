package org.brandimage.quality;

import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.testkit.contract.GuidelineCheckContract;

class ProductCompleteCheckContractTest extends GuidelineCheckContract {
  @Override
  protected GuidelineCheck guidelineCheck() {
    return ProductCompleteCheck.create();
  }
}
