package org.brandimage.local.language;

import org.brandimage.spi.caption.Captioner;
import org.brandimage.spi.testkit.contract.CaptionerContract;

class TopologyCaptionerContractTest extends CaptionerContract {
  @Override
  protected Captioner captioner() {
    return TopologyCaptioner.create();
  }
}
