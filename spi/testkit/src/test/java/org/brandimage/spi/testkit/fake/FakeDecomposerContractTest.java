package org.brandimage.spi.testkit.fake;

import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.testkit.contract.DecomposerContract;

class FakeDecomposerContractTest extends DecomposerContract {
  @Override
  protected Decomposer decomposer() {
    return new FakeDecomposer();
  }
}
