package org.brandimage.local.language;

import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.testkit.contract.EmbedderContract;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class BgeSmallEmbedderContractTest extends EmbedderContract {
  @Override
  protected Embedder embedder() {
    return BgeSmallEmbedder.create();
  }
}
