package org.brandimage.spi.testkit;

import org.brandimage.spi.cutout.CutoutMaker;

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
