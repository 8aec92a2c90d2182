package org.brandimage.opensearch;

import java.util.List;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.testkit.contract.AssetRetrieverContract;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The same contract, and more, over a real OpenSearch with the k-NN plugin. */
@Tag("slow")
class OpenSearchNodeContractTest extends AssetRetrieverContract {
  private static OpenSearchNode node;
  private static OpenSearchAssetRetriever ofFixtures;

  @BeforeAll
  static void start() throws Exception {
    node = OpenSearchNode.start();
    ofFixtures = Library.retriever(node.address(), Fixtures.library());
  }

  @AfterAll
  static void stop() throws Exception {
    if (node != null) {
      node.close();
    }
  }

  @Override
  protected AssetRetriever assetRetriever(List<Asset> library) throws Exception {
    return library.equals(Fixtures.library())
        ? ofFixtures
        : Library.retriever(node.address(), library);
  }

  @Override
  protected boolean fresh() {
    return false;
  }

  /** What no contract asks for: filters, ties, nothing lost to a narrow filter. */
  @Nested
  class Filters extends SearchRules {
    @Override
    java.net.URI address() {
      return node.address();
    }
  }
}
