package org.brandimage.quality;

import org.brandimage.spi.refine.Refiner;
import org.brandimage.spi.testkit.contract.RefinerContract;

class HintRefinerContractTest extends RefinerContract {
  @Override
  protected Refiner refiner() {
    return HintRefiner.create();
  }
}
