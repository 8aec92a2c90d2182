package org.brandimage.spi.testkit.fake;

import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.testkit.contract.EmbedderContract;

class FakeEmbedderContractTest extends EmbedderContract {
  @Override
  protected Embedder embedder() {
    return new FakeEmbedder();
  }
}
