package org.brandimage.imaging.cutout;

import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.testkit.contract.CutoutMakerContract;

class AlphaCutoutMakerContractTest extends CutoutMakerContract {
  @Override
  protected CutoutMaker cutoutMaker() {
    return AlphaCutoutMaker.create();
  }

  @Override
  protected boolean cutsPlainGround() {
    return false;
  }
}
