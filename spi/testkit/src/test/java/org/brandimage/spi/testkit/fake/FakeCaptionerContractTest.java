package org.brandimage.spi.testkit.fake;

import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.testkit.contract.CaptionerContract;

class FakeCaptionerContractTest extends CaptionerContract {
  @Override
  protected Captioner captioner() {
    return new FakeCaptioner();
  }
}
