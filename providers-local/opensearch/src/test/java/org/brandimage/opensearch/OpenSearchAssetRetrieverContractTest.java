package org.brandimage.opensearch;

import java.util.List;
import java.util.Optional;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.AssetRetriever;
import org.brandimage.spi.testkit.contract.AssetRetrieverContract;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Over HTTP on loopback, to a server that speaks the few paths used and scans exactly. */
@Tag("slow")
class OpenSearchAssetRetrieverContractTest extends AssetRetrieverContract {
  private static StandInServer server;

  @BeforeAll
  static void start() throws Exception {
    server = StandInServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected AssetRetriever assetRetriever(List<Asset> library) throws Exception {
    return Library.retriever(server.address(), library);
  }

  @Override
  protected Optional<AssetRetriever> withServiceDown() throws Exception {
    try (StandInServer ended = StandInServer.start()) {
      return Optional.of(Library.retriever(ended.address(), Fixtures.library()));
    }
  }
}
