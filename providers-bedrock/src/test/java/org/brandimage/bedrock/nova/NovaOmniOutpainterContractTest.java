package org.brandimage.bedrock.nova;

import java.util.Optional;
import org.brandimage.bedrock.gateway.TestBedrock;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.testkit.contract.OutpainterContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class NovaOmniOutpainterContractTest extends OutpainterContract {
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
    return NovaOmniOutpainter.create(server.gateway(), NovaOmniOutpainter.NOVA_2_OMNI);
  }

  @Override
  protected Optional<Outpainter> withServiceDown() {
    return Optional.of(
        NovaOmniOutpainter.create(server.gatewayWithServiceDown(), NovaOmniOutpainter.NOVA_2_OMNI));
  }

  /** The model takes no seed. */
  @Override
  protected boolean honoursSeed() {
    return false;
  }
}
