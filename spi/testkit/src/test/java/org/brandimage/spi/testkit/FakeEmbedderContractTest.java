package org.brandimage.spi.testkit;

import org.brandimage.spi.model.Embedder;

class FakeEmbedderContractTest extends EmbedderContract {
  @Override
  protected Embedder embedder() {
    return new FakeEmbedder();
  }
}
