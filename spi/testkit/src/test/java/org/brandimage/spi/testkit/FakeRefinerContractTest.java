package org.brandimage.spi.testkit;

import org.brandimage.spi.refine.Refiner;

class FakeRefinerContractTest extends RefinerContract {
  @Override
  protected Refiner refiner() {
    return new FakeRefiner();
  }
}
