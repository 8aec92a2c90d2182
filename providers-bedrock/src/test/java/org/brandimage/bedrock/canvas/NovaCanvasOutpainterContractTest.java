package org.brandimage.bedrock.canvas;

import java.util.Optional;
import org.brandimage.bedrock.gateway.TestBedrock;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.testkit.contract.OutpainterContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class NovaCanvasOutpainterContractTest extends OutpainterContract {
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
  protected Outpainter outpainter() {
    return NovaCanvasOutpainter.create(server.gateway());
  }

  @Override
  protected Optional<Outpainter> withServiceDown() {
    return Optional.of(NovaCanvasOutpainter.create(server.gatewayWithServiceDown()));
  }
}
