package org.brandimage.spi.testkit.fake;

import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.testkit.contract.CutoutMakerContract;

class FakeCutoutMakerContractTest extends CutoutMakerContract {
  @Override
  protected CutoutMaker cutoutMaker() {
    return new FakeCutoutMaker();
  }

  @Override
  protected boolean cutsPlainGround() {
    return false;
  }
}
