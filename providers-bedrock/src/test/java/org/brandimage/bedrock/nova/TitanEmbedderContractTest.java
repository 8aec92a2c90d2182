package org.brandimage.bedrock.nova;

import java.util.Optional;
import org.brandimage.bedrock.gateway.TestBedrock;
import org.brandimage.spi.model.Embedder;
import org.brandimage.spi.testkit.contract.EmbedderContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class TitanEmbedderContractTest extends EmbedderContract {
  private static TestBedrock server;

  @BeforeAll
  static void start() {
    server = TestBedrock.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected Embedder embedder() {
    return TitanEmbedder.create(server.gateway());
  }

  @Override
  protected Optional<Embedder> withServiceDown() {
    return Optional.of(TitanEmbedder.create(server.gatewayWithServiceDown()));
  }
}
