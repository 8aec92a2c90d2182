package org.brandimage.imaging.cutout;

import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.testkit.contract.CutoutMakerContract;

class StudioCutoutMakerContractTest extends CutoutMakerContract {
  @Override
  protected CutoutMaker cutoutMaker() {
    return StudioCutoutMaker.create();
  }

  @Override
  protected boolean cutsAlpha() {
    return false;
  }
}
