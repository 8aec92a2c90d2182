package org.brandimage.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Optional;
import org.brandimage.bedrock.gateway.BedrockGateway;
import org.brandimage.bedrock.gateway.ModelLifecycle;
import org.brandimage.bedrock.gateway.ModelLifecycle.State;
import org.brandimage.bedrock.gateway.ModelLifecycle.Status;
import org.brandimage.bedrock.gateway.Reply;
import org.brandimage.bedrock.gateway.Requests;
import org.brandimage.bedrock.gateway.TestBedrock;
import org.brandimage.bedrock.stability.StabilityOutpainter;
import org.brandimage.spi.error.AccessDeniedException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.ModelRetiredException;
import org.brandimage.spi.testkit.fake.TestContext;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Test;

class BedrockStagesTest {
  @Test
  void preflight_healthyModels_makesOneCheapCall() throws Exception {
    try (TestBedrock server = TestBedrock.start()) {
      TestContext context = TestContexts.active();
      assertThat(builder(server).build().preflight(context)).isEmpty();
      assertThat(server.seen()).hasSize(1);
      assertThat(server.last().body().path("inferenceConfig").path("maxTokens").asInt()).isOne();
      assertThat(context.costs().spent().units()).isEqualTo(1);
    }
  }

  @Test
  void preflight_retiredImageModel_saysWhenAndWhatInstead() {
    try (TestBedrock server = TestBedrock.start()) {
      BedrockStages stages =
          builder(server)
              .imageModel(ImageModel.NOVA_CANVAS)
              .lifecycle(ModelLifecycle.known(LocalDate.of(2026, 11, 24)))
              .build();
      assertThatExceptionOfType(ModelRetiredException.class)
          .isThrownBy(() -> stages.preflight(TestContexts.active()))
          .withMessageContaining("2026-09-30")
          .withMessageContaining("StabilityOutpainter");
      assertThat(server.seen()).isEmpty();
    }
  }

  @Test
  void preflight_modelWhoseEndIsAnnounced_warns() throws Exception {
    try (TestBedrock server = TestBedrock.start()) {
      BedrockStages stages =
          builder(server)
              .lifecycle(
                  model ->
                      model.contains("inpaint")
                          ? Optional.of(
                              new State(Status.LEGACY, LocalDate.of(2027, 3, 1), "the next one"))
                          : Optional.empty())
              .build();
      assertThat(stages.preflight(TestContexts.active()))
          .singleElement()
          .asString()
          .contains("2027-03-01", "the next one");
    }
  }

  @Test
  void preflight_deniedOrUnknownModel_isTyped() {
    try (TestBedrock denied =
            TestBedrock.start(request -> Reply.error(403, "AccessDeniedException", "no"));
        TestBedrock unknown =
            TestBedrock.start(
                request -> Reply.invalid("The provided model identifier is invalid."))) {
      assertThatExceptionOfType(AccessDeniedException.class)
          .isThrownBy(() -> builder(denied).build().preflight(TestContexts.active()))
          .withMessageContaining("bedrock:InvokeModel");
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> builder(unknown).build().preflight(TestContexts.active()))
          .withMessageContaining("global.amazon.nova-2-lite-v1:0");
    }
  }

  @Test
  void close_bundleOverYourClient_leavesTheClientOpen() throws Exception {
    try (TestBedrock server = TestBedrock.start()) {
      BedrockStages.create(server.client()).close();
      assertThat(builder(server).build().preflight(TestContexts.active())).isEmpty();
    }
  }

  @Test
  void call_onAClosedGateway_isAnIllegalState() {
    try (TestBedrock server = TestBedrock.start()) {
      BedrockGateway gateway = server.gateway();
      BedrockStages.builder().ownedGateway(gateway).build().close();
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  StabilityOutpainter.create(gateway)
                      .outpaint(Requests.outpaint(1), TestContexts.active()));
    }
  }

  @Test
  void gateway_forEstimates_pricesAndRefusesToCall() {
    BedrockGateway gateway = BedrockGateway.builder().estimatesOnly().build();
    StabilityOutpainter outpainter = StabilityOutpainter.create(gateway);
    assertThat(outpainter.estimate(Requests.outpaint(9)).microUsd()).isEqualTo(630_000);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> outpainter.outpaint(Requests.outpaint(1), TestContexts.active()));
  }

  private static BedrockStages.Builder builder(TestBedrock server) {
    return BedrockStages.builder().gateway(server.gateway());
  }
}
