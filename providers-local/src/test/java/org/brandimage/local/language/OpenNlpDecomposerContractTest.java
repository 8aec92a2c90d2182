package org.brandimage.local.language;

import org.brandimage.spi.decompose.Decomposer;
import org.brandimage.spi.testkit.contract.DecomposerContract;

class OpenNlpDecomposerContractTest extends DecomposerContract {
  @Override
  protected Decomposer decomposer() {
    return OpenNlpDecomposer.create();
  }
}
