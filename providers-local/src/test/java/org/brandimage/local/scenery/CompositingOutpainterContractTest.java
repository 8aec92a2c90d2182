package org.brandimage.local.scenery;

import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.testkit.contract.OutpainterContract;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class CompositingOutpainterContractTest extends OutpainterContract {
  @Override
  protected Outpainter outpainter() {
    return CompositingOutpainter.create();
  }
}
