package org.brandimage.bedrock.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.brandimage.bedrock.nova.NovaLanguageModel;
import org.brandimage.bedrock.stability.StabilityOutpainter;
import org.brandimage.spi.error.PipelineConfigurationException;
import org.brandimage.spi.error.ProviderThrottledException;
import org.brandimage.spi.error.StageTimeoutException;
import org.brandimage.spi.error.UnknownOutcomeException;
import org.brandimage.spi.testkit.fake.TestContext;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;

/** How often requests are sent, and when; time passes on a clock of the test's own. */
@Tag("slow")
class GatewayRateLimitTest {
  private static final int THREADS = 16;

  @Test
  void storm_ofAMinute_recoversWithFewRequestsAndNoMoreThreads() throws Exception {
    SharedTestClock clock = new SharedTestClock(THREADS);
    try (TestBedrock server =
        TestBedrock.start(
            request ->
                clock.passed().toSeconds() < 60 ? Reply.throttled() : ServiceAnswers.of(request))) {
      BedrockGateway gateway =
          BedrockGateway.builder().client(server.client()).clock(clock).build();
      NovaLanguageModel model = NovaLanguageModel.create(gateway, NovaLanguageModel.NOVA_2_LITE);
      long before = threadsOfTheLibrary();
      ExecutorService callers = Executors.newFixedThreadPool(THREADS);
      List<Future<?>> calls = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        calls.add(callers.submit(() -> completeAndLeave(model, clock)));
      }
      for (Future<?> call : calls) {
        call.get(60, TimeUnit.SECONDS);
      }
      callers.shutdownNow();
      // The SDK's scheduler has five threads, however many callers there are.
      assertThat(threadsOfTheLibrary()).isLessThanOrEqualTo(before + 6);
      // The burst that is under way, the probes after 1, 2, 4, 8, 16, 20, 20 seconds, the answers;
      // sixteen callers that each went their own way would send about eight requests each.
      assertThat(server.seen().size()).isBetween(THREADS + 1, 2 * THREADS + 12);
      assertThat(clock.passed()).isLessThan(Duration.ofMinutes(2));
    }
  }

  /** Counts what is neither a caller nor a worker of the test's server. */
  private static long threadsOfTheLibrary() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("pool-"))
        .count();
  }

  private static void completeAndLeave(NovaLanguageModel model, SharedTestClock clock) {
    try {
      assertThat(model.complete(Requests.language(), TestContexts.active()).json()).isNotEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      clock.leave();
    }
  }

  @Test
  void storm_withoutEnd_failsAsThrottledWithinThePatience() {
    TestClock clock = new TestClock();
    try (TestBedrock server = TestBedrock.start(request -> Reply.throttled())) {
      BedrockGateway gateway =
          BedrockGateway.builder()
              .client(server.client())
              .clock(clock)
              .retries(
                  new RetryPolicy(
                      1000, Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(2)))
              .build();
      ProviderThrottledException e =
          catchThrowableOfType(
              ProviderThrottledException.class,
              () ->
                  StabilityOutpainter.create(gateway)
                      .outpaint(Requests.outpaint(1), TestContexts.active()));
      assertThat(e.attempts()).isBetween(7, 13);
      assertThat(clock.passed()).isLessThanOrEqualTo(Duration.ofMinutes(2));
    }
  }

  @Test
  void rateLimit_ofRequests_isSharedByAllStages() throws Exception {
    TestClock clock = new TestClock();
    try (TestBedrock server = TestBedrock.start()) {
      BedrockGateway gateway =
          BedrockGateway.builder()
              .client(server.client())
              .clock(clock)
              .rateLimit("amazon.nova-2-lite-v1:0", RateLimit.requests(6))
              .build();
      for (int i = 0; i < 12; i++) {
        NovaLanguageModel.create(gateway, NovaLanguageModel.NOVA_2_LITE)
            .complete(Requests.language(), TestContexts.active());
      }
      // Six at once, then one every ten seconds.
      assertThat(clock.passed()).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(65));
    }
  }

  @Test
  void rateLimit_ofTokens_holdsBackLongRequests() throws Exception {
    TestClock clock = new TestClock();
    try (TestBedrock server = TestBedrock.start()) {
      BedrockGateway gateway =
          BedrockGateway.builder()
              .client(server.client())
              .clock(clock)
              .rateLimit("amazon.nova-2-lite-v1:0", new RateLimit(1000, 20_000))
              .build();
      NovaLanguageModel model = NovaLanguageModel.create(gateway, NovaLanguageModel.NOVA_2_LITE);
      model.complete(Requests.language("duck ".repeat(3000)), TestContexts.active());
      assertThat(clock.passed()).isZero();
      model.complete(Requests.language("duck ".repeat(3000)), TestContexts.active());
      assertThat(clock.passed()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(60));
    }
  }

  @Test
  void wait_pastTheRunsDeadline_endsTheCall() {
    TestContext context = TestContexts.due(Duration.ofSeconds(30));
    GatewayClock clock =
        new GatewayClock() {
          private final TestClock inner = new TestClock();

          @Override
          public long nanoTime() {
            return inner.nanoTime();
          }

          @Override
          public void sleep(Duration time) throws InterruptedException {
            inner.sleep(time);
            // Whole steps: a call of some real milliseconds is never cut off by what is left.
            context.advance(Duration.ofSeconds(5).plus(time));
          }
        };
    try (TestBedrock server = TestBedrock.start(request -> Reply.throttled())) {
      BedrockGateway gateway =
          BedrockGateway.builder().client(server.client()).clock(clock).build();
      assertThatExceptionOfType(StageTimeoutException.class)
          .isThrownBy(
              () -> StabilityOutpainter.create(gateway).outpaint(Requests.outpaint(1), context));
    }
  }

  @Test
  void readTimeout_ofAPaidPicture_sendsOneRequest() {
    CountDownLatch gate = new CountDownLatch(1);
    try (TestBedrock server = TestBedrock.start(request -> Reply.held(gate))) {
      BedrockGateway gateway = server.settings().callTimeout(Duration.ofMillis(300)).build();
      assertThatExceptionOfType(UnknownOutcomeException.class)
          .isThrownBy(
              () ->
                  StabilityOutpainter.create(gateway)
                      .outpaint(Requests.outpaint(1), TestContexts.active()))
          .withMessageContaining("no reply in time");
      assertThat(server.seen()).hasSize(1);
      gate.countDown();
    }
  }

  @Test
  void interruption_duringACall_endsItWithTheReplyAndBooksItsCost() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch arrived = new CountDownLatch(1);
    try (TestBedrock server =
        TestBedrock.start(
            request -> {
              arrived.countDown();
              return Reply.held(gate);
            })) {
      TestContext context = TestContexts.active();
      ExecutorService caller = Executors.newSingleThreadExecutor();
      Future<?> call =
          caller.submit(
              () ->
                  StabilityOutpainter.create(server.gateway())
                      .outpaint(Requests.outpaint(1), context));
      assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
      caller.shutdownNow();
      gate.countDown();
      assertThat(
              catchThrowableOfType(
                  java.util.concurrent.ExecutionException.class,
                  () -> call.get(30, TimeUnit.SECONDS)))
          .hasCauseInstanceOf(InterruptedException.class);
      assertThat(context.costs().spent().units()).isEqualTo(1);
      assertThat(server.seen()).hasSize(1);
    }
  }

  @Test
  void client_thatRetriesByItself_isRefusedForPicturesUnlessAllowed() {
    try (TestBedrock server = TestBedrock.start();
        BedrockRuntimeClient retrying =
            server
                .clientBuilder()
                .overrideConfiguration(
                    c -> c.retryStrategy(DefaultRetryStrategy.standardStrategyBuilder().build()))
                .build();
        BedrockRuntimeClient silent =
            server.clientBuilder().overrideConfiguration(c -> {}).build()) {
      for (BedrockRuntimeClient client : List.of(retrying, silent)) {
        BedrockGateway gateway = BedrockGateway.builder().client(client).build();
        assertThatExceptionOfType(PipelineConfigurationException.class)
            .isThrownBy(() -> StabilityOutpainter.create(gateway))
            .withMessageContaining("doNotRetry");
        assertThat(NovaLanguageModel.create(gateway, NovaLanguageModel.NOVA_LITE)).isNotNull();
        BedrockGateway allowed =
            BedrockGateway.builder().client(client).clientMayRetry(true).build();
        assertThat(StabilityOutpainter.create(allowed)).isNotNull();
      }
    }
  }
}
