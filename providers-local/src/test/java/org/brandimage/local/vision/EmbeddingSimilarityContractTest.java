package org.brandimage.local.vision;

import java.io.IOException;
import java.nio.file.Path;
import org.brandimage.local.model.TinyModels;
import org.brandimage.spi.model.ImageSimilarity;
import org.brandimage.spi.testkit.contract.ImageSimilarityContract;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingSimilarityContractTest extends ImageSimilarityContract {
  @TempDir private Path folder;

  @Override
  protected ImageSimilarity imageSimilarity() throws IOException {
    return EmbeddingSimilarity.open(TinyModels.mobileNet(folder));
  }
}
