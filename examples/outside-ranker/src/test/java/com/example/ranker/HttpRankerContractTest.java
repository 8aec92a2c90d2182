package com.example.ranker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.brandimage.spi.rank.Ranker;
import org.brandimage.spi.testkit.contract.RankerContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class HttpRankerContractTest extends RankerContract {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static ScoreServer server;

  @BeforeAll
  static void startServer() throws IOException {
    server = ScoreServer.byBrightness();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  protected Ranker ranker() {
    return new HttpRanker(server.address(), PATIENCE);
  }

  @Override
  protected Optional<Ranker> withServiceDown() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI nowhere = URI.create("http://localhost:" + closed.getLocalPort() + "/score");
      return Optional.of(new HttpRanker(nowhere, PATIENCE));
    }
  }

  @Override
  protected Optional<Ranker> withServiceAt(URI address) {
    return Optional.of(new HttpRanker(address.resolve("/score"), PATIENCE));
  }
}
