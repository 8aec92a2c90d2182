package org.brandimage.bedrock.nova;

import java.util.Optional;
import org.brandimage.bedrock.gateway.TestBedrock;
import org.brandimage.spi.model.LanguageModel;
import org.brandimage.spi.testkit.contract.LanguageModelContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class NovaLanguageModelContractTest extends LanguageModelContract {
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
  protected LanguageModel languageModel() {
    return NovaLanguageModel.create(server.gateway(), NovaLanguageModel.NOVA_2_LITE);
  }

  @Override
  protected Optional<LanguageModel> withServiceDown() {
    return Optional.of(
        NovaLanguageModel.create(server.gatewayWithServiceDown(), NovaLanguageModel.NOVA_2_LITE));
  }
}
