package org.brandimage.local;

import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.testkit.OutpainterContract;

class CompositingOutpainterContractTest extends OutpainterContract {
  @Override
  protected Outpainter outpainter() {
    return CompositingOutpainter.create();
  }
}
