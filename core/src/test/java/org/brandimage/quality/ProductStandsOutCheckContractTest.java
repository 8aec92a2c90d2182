package org.brandimage.quality;

import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.testkit.contract.GuidelineCheckContract;

class ProductStandsOutCheckContractTest extends GuidelineCheckContract {
  @Override
  protected GuidelineCheck guidelineCheck() {
    return ProductStandsOutCheck.create();
  }
}
