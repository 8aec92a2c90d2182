package org.brandimage.spi.testkit.fake;

import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.testkit.contract.OutpainterContract;

class FakeOutpainterContractTest extends OutpainterContract {
  @Override
  protected Outpainter outpainter() {
    return new FakeOutpainter();
  }
}
