package org.brandimage.spi.testkit;

import org.brandimage.spi.decompose.Decomposer;

class FakeDecomposerContractTest extends DecomposerContract {
  @Override
  protected Decomposer decomposer() {
    return new FakeDecomposer();
  }
}
