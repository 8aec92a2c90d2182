package org.brandimage.bedrock;

import org.brandimage.bedrock.gateway.TestBedrock;
import org.brandimage.spi.StageBundle;
import org.brandimage.spi.testkit.contract.StageBundleContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class BedrockStagesContractTest extends StageBundleContract {
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
  protected StageBundle stageBundle() {
    return BedrockStages.create(server.client());
  }
}
