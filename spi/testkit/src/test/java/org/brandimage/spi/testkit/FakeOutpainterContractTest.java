package org.brandimage.spi.testkit;

import org.brandimage.spi.outpaint.Outpainter;

class FakeOutpainterContractTest extends OutpainterContract {
  @Override
  protected Outpainter outpainter() {
    return new FakeOutpainter();
  }
}
