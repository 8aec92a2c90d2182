package org.brandimage.spi.testkit;

import org.brandimage.spi.outpaint.Outpainter;

class FakePaidOutpainterContractTest extends OutpainterContract {
  @Override
  protected Outpainter outpainter() {
    return new FakePaidOutpainter();
  }
}
