package org.brandimage.bedrock.canvas;

import java.util.Optional;
import org.brandimage.bedrock.gateway.TestBedrock;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.testkit.contract.CutoutMakerContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class NovaCanvasCutoutMakerContractTest extends CutoutMakerContract {
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
  protected CutoutMaker cutoutMaker() {
    return NovaCanvasCutoutMaker.create(server.gateway(), NovaCanvasOutpainter.NOVA_CANVAS);
  }

  @Override
  protected Optional<CutoutMaker> withServiceDown() {
    return Optional.of(
        NovaCanvasCutoutMaker.create(
            server.gatewayWithServiceDown(), NovaCanvasOutpainter.NOVA_CANVAS));
  }

  /** An alpha channel needs no paid call, so such photos are refused. */
  @Override
  protected boolean cutsAlpha() {
    return false;
  }
}
