package org.brandimage.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import org.brandimage.bedrock.gateway.Requests;
import org.brandimage.spi.testkit.fake.TestContext;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Calls the real service, and costs a few cents. Never part of a build: surefire runs no class of
 * this name. Run it with an account: {@code BEDROCK_IT=1 AWS_REGION=us-east-1 mvn test -pl
 * providers-bedrock -am -Dtest=BedrockIT}.
 */
@EnabledIfEnvironmentVariable(named = "BEDROCK_IT", matches = "1")
class BedrockIT {
  @Test
  void bundle_default_answersOnTheRealService() throws Exception {
    TestContext context = TestContexts.active();
    try (BedrockStages stages = BedrockStages.create()) {
      assertThat(stages.preflight(context)).isEmpty();
      assertThat(stages.languageModel().orElseThrow().complete(Requests.language(), context).json())
          .contains("answer");
      assertThat(stages.outpainter().orElseThrow().outpaint(Requests.outpaint(1), context).images())
          .hasSize(1);
    }
  }
}
