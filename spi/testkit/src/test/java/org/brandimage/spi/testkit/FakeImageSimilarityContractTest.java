package org.brandimage.spi.testkit;

import org.brandimage.spi.model.ImageSimilarity;

class FakeImageSimilarityContractTest extends ImageSimilarityContract {
  @Override
  protected ImageSimilarity imageSimilarity() {
    return new FakeImageSimilarity();
  }
}
