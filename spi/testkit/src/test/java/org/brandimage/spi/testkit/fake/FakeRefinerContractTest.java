package org.brandimage.spi.testkit.fake;

import org.brandimage.spi.refine.Refiner;
import org.brandimage.spi.testkit.contract.RefinerContract;

class FakeRefinerContractTest extends RefinerContract {
  @Override
  protected Refiner refiner() {
    return new FakeRefiner();
  }
}
