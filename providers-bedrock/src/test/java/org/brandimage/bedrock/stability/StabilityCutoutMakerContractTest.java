package org.brandimage.bedrock.stability;

import java.util.Optional;
import org.brandimage.bedrock.gateway.TestBedrock;
import org.brandimage.spi.cutout.CutoutMaker;
import org.brandimage.spi.testkit.contract.CutoutMakerContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class StabilityCutoutMakerContractTest extends CutoutMakerContract {
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
    return StabilityCutoutMaker.create(server.gateway(), StabilityCutoutMaker.REMOVE_BACKGROUND);
  }

  @Override
  protected Optional<CutoutMaker> withServiceDown() {
    return Optional.of(
        StabilityCutoutMaker.create(
            server.gatewayWithServiceDown(), StabilityCutoutMaker.REMOVE_BACKGROUND));
  }

  /** An alpha channel needs no paid call, so such photos are refused. */
  @Override
  protected boolean cutsAlpha() {
    return false;
  }
}
