package org.brandimage.spi.testkit.fake;

import org.brandimage.spi.model.ImageSimilarity;
import org.brandimage.spi.testkit.contract.ImageSimilarityContract;

class FakeImageSimilarityContractTest extends ImageSimilarityContract {
  @Override
  protected ImageSimilarity imageSimilarity() {
    return new FakeImageSimilarity();
  }
}
