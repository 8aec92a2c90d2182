package org.brandimage.local.library;

import java.util.List;
import org.brandimage.local.language.BgeSmallEmbedder;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.testkit.contract.AssetRetrieverContract;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddingAssetRetrieverContractTest extends AssetRetrieverContract {
  private static BgeSmallEmbedder embedder;
  private static EmbeddingAssetRetriever ofFixtures;

  @BeforeAll
  static void index() throws InterruptedException {
    embedder = BgeSmallEmbedder.create();
    ofFixtures = EmbeddingAssetRetriever.builder(embedder, Fixtures.library()).build();
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  @Override
  protected AssetRetriever assetRetriever(List<Asset> library) throws InterruptedException {
    return library.equals(Fixtures.library())
        ? ofFixtures
        : EmbeddingAssetRetriever.builder(embedder, library).build();
  }

  @Override
  protected boolean fresh() {
    return false;
  }
}
