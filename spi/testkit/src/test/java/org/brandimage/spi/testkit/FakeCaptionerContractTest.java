package org.brandimage.spi.testkit;

import org.brandimage.spi.caption.Captioner;

class FakeCaptionerContractTest extends CaptionerContract {
  @Override
  protected Captioner captioner() {
    return new FakeCaptioner();
  }
}
