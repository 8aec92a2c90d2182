package org.brandimage.bedrock.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.bedrock.canvas.NovaCanvasOutpainter;
import org.brandimage.bedrock.nova.NovaLanguageModel;
import org.brandimage.bedrock.nova.NovaOmniOutpainter;
import org.brandimage.bedrock.stability.StabilityOutpainter;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.ContentRejectedException;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.error.ModelRetiredException;
import org.brandimage.spi.error.ProviderThrottledException;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.UnknownOutcomeException;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error table of InvokeModel and Converse, type by type. */
@Tag("slow")
class GatewayErrorsTest {
  private static final Reply ENDED =
      Reply.error(
          404, "ResourceNotFoundException", "This model version has reached the end of its life.");

  @ParameterizedTest
  @CsvSource({
    "429, ThrottlingException, ProviderThrottledException, 12, 12",
    "429, ModelNotReadyException, ProviderThrottledException, 12, 12",
    "503, ServiceUnavailableException, ProviderUnavailableException, 12, 12",
    "500, InternalServerException, UnknownOutcomeException, 1, 3",
    "408, ModelTimeoutException, UnknownOutcomeException, 1, 3",
    "424, ModelErrorException, UnknownOutcomeException, 1, 3",
    "400, ServiceQuotaExceededException, ProviderThrottledException, 1, 1",
    "400, ValidationException, UnsupportedInputException, 1, 1",
    "403, AccessDeniedException, AccessDeniedException, 1, 1",
    "403, ExpiredTokenException, AccessDeniedException, 1, 1",
    "404, ResourceNotFoundException, InvalidInputException, 1, 1",
    "418, TeapotException, StageException, 1, 1",
  })
  void call_serviceError_becomesATypedFailureAfterSoManyRequests(
      int status, String type, String expected, int imageRequests, int textRequests) {
    try (TestBedrock server =
        TestBedrock.start(request -> Reply.error(status, type, "some reason"))) {
      Throwable image = outpaint(server);
      assertThat(image.getClass().getSimpleName()).isEqualTo(expected);
      assertThat(server.seen()).hasSize(imageRequests);
      Throwable text = complete(server);
      assertThat(text.getClass().getSimpleName()).isEqualTo(expected);
      assertThat(server.seen()).hasSize(imageRequests + textRequests);
    }
  }

  @Test
  void call_serviceError_keepsRequestIdAttemptsAndReason() {
    try (TestBedrock server = TestBedrock.start(request -> Reply.throttled())) {
      ProviderThrottledException e = (ProviderThrottledException) outpaint(server);
      assertThat(e.providerRequestId()).contains("request-42");
      assertThat(e.attempts()).isEqualTo(12);
      assertThat(e.retryable()).isTrue();
      assertThat(e).hasMessageContaining("Too many requests").hasMessageContaining("429");
    }
  }

  @Test
  void call_modelErrorOfTheRequest_isNotRepeated() {
    String body = "{\"message\": \"bad\", \"originalStatusCode\": 400}";
    try (TestBedrock server =
        TestBedrock.start(
            request ->
                new Reply(
                    424,
                    "ModelErrorException",
                    body,
                    Reply.Kind.WHOLE,
                    new java.util.concurrent.CountDownLatch(0)))) {
      assertThat(complete(server).getClass()).isEqualTo(StageException.class);
      assertThat(server.seen()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, ResourceNotFoundException, This model version has reached the end of its life. Please"
        + " refer to the AWS documentation for more details.",
    "400, ValidationException, The provided model identifier is invalid.",
    "404, ResourceNotFoundException, Could not resolve the foundation model from the provided model"
        + " identifier.",
    "404, ResourceNotFoundException, Access denied. This Model is marked by provider as Legacy and"
        + " you have not been actively using the model in the last 30 days.",
  })
  void call_retiredCanvas_saysWhenAndWhatInstead(int status, String type, String message) {
    try (TestBedrock server = TestBedrock.start(request -> Reply.error(status, type, message))) {
      ModelRetiredException e =
          catchThrowableOfType(
              ModelRetiredException.class,
              () ->
                  NovaCanvasOutpainter.create(server.gateway())
                      .outpaint(Requests.outpaint(1), TestContexts.active()));
      assertThat(e)
          .hasMessageContaining("amazon.nova-canvas-v1:0")
          .hasMessageContaining("2026-09-30")
          .hasMessageContaining("stable-image-inpaint");
      assertThat(e.alternative()).contains("StabilityOutpainter");
      assertThat(server.seen()).hasSize(1);
    }
  }

  @Test
  void call_endedModelOutsideTheTable_isRetiredOnAnUnknownDay() {
    try (TestBedrock server = TestBedrock.start(request -> ENDED)) {
      assertThat(complete(server))
          .isInstanceOf(ModelRetiredException.class)
          .hasMessageContaining("an unknown day");
    }
  }

  @Test
  void call_everyOtherModelThatHasEnded_isRetiredWithAnAlternative() {
    try (TestBedrock server = TestBedrock.start(request -> ENDED)) {
      BedrockGateway gateway = server.gateway();
      for (Outpainter outpainter :
          List.of(
              StabilityOutpainter.create(gateway),
              NovaOmniOutpainter.create(gateway, NovaOmniOutpainter.NOVA_2_OMNI))) {
        assertThat(retired(context -> outpainter.outpaint(Requests.outpaint(1), context)))
            .hasMessageContaining("an unknown day")
            .hasMessageContaining("active model");
      }
      NovaLanguageModel premier = NovaLanguageModel.create(gateway, "us.amazon.nova-premier-v1:0");
      assertThat(retired(context -> premier.complete(Requests.language(), context)))
          .hasMessageContaining("2026-09-14")
          .hasMessageContaining("amazon.nova-pro-v1:0");
      assertThat(server.seen()).hasSize(3);
    }
  }

  /** A call that must fail. */
  private interface Call {
    void make(StageContext context) throws InterruptedException;
  }

  private static ModelRetiredException retired(Call call) {
    return catchThrowableOfType(
        ModelRetiredException.class, () -> call.make(TestContexts.active()));
  }

  @Test
  void call_modelWithoutOnDemand_namesAProfile() {
    try (TestBedrock server =
        TestBedrock.start(
            request ->
                Reply.invalid(
                    "Invocation of model ID amazon.nova-2-lite-v1:0 with on-demand throughput isn’t"
                        + " supported. Retry your request with the ID or ARN of an inference"
                        + " profile that contains this model."))) {
      assertThat(complete(server))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("us.amazon.nova-2-lite-v1:0");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "text prompt, prompt",
    "input image, input image",
  })
  void call_filteredInput_isContentRejectedAndNotRepeated(String subject, String category) {
    String said =
        "This request has been blocked by our content filters. Please adjust your "
            + subject
            + " to submit a new request.";
    try (TestBedrock server = TestBedrock.start(request -> Reply.invalid(said))) {
      ContentRejectedException e = (ContentRejectedException) outpaint(server);
      assertThat(e.category()).isEqualTo(category);
      assertThat(server.seen()).hasSize(1);
    }
  }

  @Test
  void call_refusedBeforeItsBilled_costsNothing() {
    try (TestBedrock server = TestBedrock.start(request -> Reply.invalid("no"))) {
      var context = TestContexts.active();
      assertThatExceptionOfType(UnsupportedInputException.class)
          .isThrownBy(
              () ->
                  StabilityOutpainter.create(server.gateway())
                      .outpaint(Requests.outpaint(1), context));
      assertThat(context.costs().spent().units()).isZero();
      assertThat(context.costs().reserved().units()).isZero();
    }
  }

  @Test
  void call_serverThatIsNotThere_failsAsUnavailableAfterAFewAttempts() {
    TestBedrock server = TestBedrock.start();
    var client = server.clientBuilder().build();
    server.close();
    TestClock clock = new TestClock();
    try (client;
        BedrockGateway gateway = BedrockGateway.builder().client(client).clock(clock).build()) {
      ProviderUnavailableException e =
          catchThrowableOfType(
              ProviderUnavailableException.class,
              () ->
                  StabilityOutpainter.create(gateway)
                      .outpaint(Requests.outpaint(1), TestContexts.active()));
      assertThat(e.attempts()).isEqualTo(4);
      assertThat(clock.passed()).isLessThan(java.time.Duration.ofSeconds(15));
    }
  }

  @Test
  void call_garbledReply_isMalformedBilledAndForPicturesNotRepeated() {
    try (TestBedrock server = TestBedrock.start(request -> Reply.garbage())) {
      assertThat(outpaint(server)).isInstanceOf(MalformedReplyException.class);
      assertThat(server.seen()).hasSize(1);
      assertThat(complete(server)).isInstanceOf(MalformedReplyException.class);
      assertThat(server.seen()).hasSize(4);
    }
  }

  @Test
  void call_replyCutOff_isUnknownAndForPicturesNotRepeated() {
    try (TestBedrock server = TestBedrock.start(request -> ServiceAnswers.of(request).cutOff())) {
      assertThat(outpaint(server)).isInstanceOf(UnknownOutcomeException.class);
      assertThat(server.seen()).hasSize(1);
    }
  }

  @Test
  void call_connectionDropped_isUnknownBookedAndNotRepeated() {
    try (TestBedrock server = TestBedrock.start(request -> Reply.dropped())) {
      var context = TestContexts.active();
      UnknownOutcomeException e =
          catchThrowableOfType(
              UnknownOutcomeException.class,
              () ->
                  StabilityOutpainter.create(server.gateway())
                      .outpaint(Requests.outpaint(1), context));
      assertThat(e).hasMessageContaining("may have been executed and billed");
      assertThat(server.seen()).hasSize(1);
      assertThat(context.costs().spent().units()).isEqualTo(1);
      assertThat(context.calls())
          .singleElement()
          .satisfies(call -> assertThat(call.parameters()).containsEntry("outcome", "unknown"));
    }
  }

  @Test
  void call_droppedWherePolicyAllowsIt_isBoughtAgainAndBookedTwice() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (TestBedrock server =
        TestBedrock.start(
            request ->
                calls.incrementAndGet() == 1 ? Reply.dropped() : ServiceAnswers.of(request))) {
      var context = TestContexts.active();
      BedrockGateway gateway =
          server.settings().retries(RetryPolicy.DEFAULT.withRepeatUnknown(true)).build();
      StabilityOutpainter.create(gateway).outpaint(Requests.outpaint(1), context);
      assertThat(context.costs().spent().units()).isEqualTo(2);
    }
  }

  private static Throwable outpaint(TestBedrock server) {
    return catchThrowableOfType(
        BrandImageException.class,
        () ->
            StabilityOutpainter.create(server.gateway())
                .outpaint(Requests.outpaint(1), TestContexts.active()));
  }

  private static Throwable complete(TestBedrock server) {
    return catchThrowableOfType(
        BrandImageException.class,
        () ->
            NovaLanguageModel.create(server.gateway(), NovaLanguageModel.NOVA_2_LITE)
                .complete(Requests.language(), TestContexts.active()));
  }
}
