package org.brandimage.pipeline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brandimage.pipeline.PipelineFixtures.BRIEF;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.brandimage.pipeline.RunProgress.Status;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineEvent.RunFailed;
import org.brandimage.pipeline.event.PipelineEvent.RunFinished;
import org.brandimage.pipeline.event.PipelineEvent.RunQueued;
import org.brandimage.pipeline.event.PipelineEvent.RunStarted;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.error.QueueFullException;
import org.brandimage.spi.error.RunCancelledException;
import org.brandimage.spi.refine.Feedback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Draining, the queue's bound, and the handle of a run. */
@Timeout(60)
class DrainTest {
  private final CountDownLatch inCall = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  @Test
  void close_threeRunsOneThread_finishesTheOneUnderWayAndEndsTheOthers() throws Exception {
    BrandImagePipeline pipeline = oneAtATime(10);
    List<List<PipelineEvent>> heard = Stream.of(1, 2, 3).map(i -> events()).toList();
    List<RunHandle> runs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      runs.add(pipeline.runAsync(labelled("order " + i), heard.get(i)::add));
    }
    inCall.await();
    assertThat(pipeline.runningRuns()).isEqualTo(1);
    assertThat(pipeline.queuedRuns()).isEqualTo(2);
    CompletableFuture<Boolean> drained =
        CompletableFuture.supplyAsync(() -> pipeline.close(Duration.ofSeconds(10)));
    // Those that wait end while the first is still under way.
    for (RunHandle waiting : runs.subList(1, 3)) {
      assertThatThrownBy(() -> waiting.future().get(10, SECONDS))
          .hasCauseInstanceOf(RunCancelledException.class);
      assertThat(waiting.progress().status()).isEqualTo(Status.CANCELLED);
    }
    assertThatThrownBy(() -> pipeline.runAsync(BRIEF)).isInstanceOf(IllegalStateException.class);
    release.countDown();

    assertThat(drained.get(10, SECONDS)).isTrue();
    assertThat(runs.get(0).future().get(0, SECONDS).finalists()).hasSize(3);
    assertThat(runs.get(0).progress().status()).isEqualTo(Status.FINISHED);
    for (int i = 0; i < 3; i++) {
      String id = runs.get(i).id();
      assertThat(heard.get(i)).isNotEmpty().allMatch(event -> event.runId().equals(id));
      assertThat(heard.get(i).get(0)).isInstanceOf(RunQueued.class);
      assertThat(heard.get(i).get(0).run().label()).isEqualTo("order " + i);
    }
    assertThat(last(heard.get(0))).isInstanceOf(RunFinished.class);
    assertThat(heard.get(1)).last().isInstanceOf(RunFailed.class);
    assertThat(heard.get(2)).hasSize(2);
  }

  @Test
  void close_runThatDoesNotEnd_cancelsItAfterThePatience() throws Exception {
    BrandImagePipeline pipeline = oneAtATime(10);
    RunHandle run = pipeline.runAsync(BRIEF, event -> {});
    inCall.await();

    assertThat(pipeline.close(Duration.ofMillis(50))).isFalse();

    assertThatThrownBy(run.future()::join).hasCauseInstanceOf(RunCancelledException.class);
  }

  @Test
  void close_callerInterrupted_cancelsAndKeepsTheFlag() throws Exception {
    BrandImagePipeline pipeline = oneAtATime(10);
    CompletableFuture<?> run = pipeline.runAsync(BRIEF);
    inCall.await();
    Thread.currentThread().interrupt();

    boolean drained = pipeline.close(Duration.ofSeconds(30));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(drained).isFalse();
    assertThat(run).isCompletedExceptionally();
  }

  @Test
  void close_idle_isDrainedAtOnceAndAgain() {
    BrandImagePipeline pipeline = oneAtATime(10);

    assertThat(pipeline.close(Duration.ofDays(1))).isTrue();
    assertThat(pipeline.close(Duration.ofDays(1))).isTrue();
  }

  @Test
  void close_patienceBeyondTheClock_waitsForTheRunUnderWay() throws Exception {
    BrandImagePipeline pipeline = oneAtATime(10);
    RunHandle run = pipeline.runAsync(BRIEF, event -> {});
    inCall.await();
    CompletableFuture<Boolean> drained =
        CompletableFuture.supplyAsync(() -> pipeline.close(Duration.ofSeconds(Long.MAX_VALUE)));
    release.countDown();

    assertThat(drained.get(30, SECONDS)).isTrue();
    assertThat(run.progress().status()).isEqualTo(Status.FINISHED);
  }

  @Test
  void run_onTheCallersThread_hasWaitedForNothing() {
    release.countDown();
    List<PipelineEvent> events = events();
    try (BrandImagePipeline pipeline =
        PipelineFixtures.complete().addListener(events::add).build()) {
      var provenance = pipeline.run(BRIEF).provenance();

      assertThat(provenance.waited()).isZero();
      assertThat(events)
          .filteredOn(RunStarted.class::isInstance)
          .singleElement()
          .satisfies(event -> assertThat(((RunStarted) event).waited()).isZero());
    }
  }

  @Test
  void runAsync_callersContextFailsBeforeTheRun_isARunFailed() {
    List<PipelineEvent> events = events();
    try (BrandImagePipeline pipeline =
        PipelineFixtures.complete()
            .contextPropagation(
                () ->
                    work -> {
                      throw new RejectedExecutionException("full");
                    })
            .build()) {
      RunHandle run = pipeline.runAsync(BRIEF, events::add);

      assertThatThrownBy(() -> run.future().get(30, SECONDS))
          .hasCauseInstanceOf(RejectedExecutionException.class);
      assertThat(events).hasSize(2).last().isInstanceOf(RunFailed.class);
      assertThat(((RunFailed) last(events)).runId()).isEqualTo(run.id());
    }
  }

  @Test
  void runAsync_queueFull_isRefusedWithTheRemedyAndAcceptedLater() throws Exception {
    try (BrandImagePipeline pipeline = oneAtATime(1)) {
      CompletableFuture<?> first = pipeline.runAsync(BRIEF);
      inCall.await();
      CompletableFuture<?> second = pipeline.runAsync(BRIEF);

      assertThatThrownBy(() -> pipeline.runAsync(BRIEF))
          .isInstanceOfSatisfying(
              QueueFullException.class, e -> assertThat(e.capacity()).isEqualTo(1))
          .hasMessageContaining("queueCapacity");

      release.countDown();
      CompletableFuture.allOf(first, second).get(30, SECONDS);
      assertThat(pipeline.runAsync(BRIEF).get(30, SECONDS).finalists()).hasSize(3);
    }
  }

  @Test
  void runAll_moreBriefsThanPlaces_waitsForPlaces() {
    release.countDown();
    try (BrandImagePipeline pipeline = oneAtATime(0)) {
      List<RunOutcome> outcomes = pipeline.runAll(Collections.nCopies(5, BRIEF));

      assertThat(outcomes).hasSize(5).allMatch(outcome -> outcome.result().isPresent());
    }
  }

  @Test
  void close_whileRunAllWaitsForAPlace_endsIt() throws Exception {
    BrandImagePipeline pipeline = oneAtATime(0);
    CompletableFuture<List<RunOutcome>> all =
        CompletableFuture.supplyAsync(() -> pipeline.runAll(Collections.nCopies(5, BRIEF)));
    inCall.await();

    pipeline.close();

    assertThatThrownBy(() -> all.get(10, SECONDS)).hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void cancel_queuedRun_endsItsEventsAndGivesItsPlaceBack() throws Exception {
    try (BrandImagePipeline pipeline = oneAtATime(1)) {
      CompletableFuture<?> first = pipeline.runAsync(BRIEF);
      inCall.await();
      List<PipelineEvent> events = events();
      RunHandle waiting = pipeline.runAsync(BRIEF, events::add);
      assertThat(waiting.progress().status()).isEqualTo(Status.QUEUED);
      assertThat(waiting.progress().elapsed()).isZero();

      assertThat(waiting.cancel()).isTrue();

      assertThat(waiting.cancel()).as("it stays cancelled").isTrue();
      assertThat(events).hasSize(2).last().isInstanceOf(RunFailed.class);
      CompletableFuture<?> inItsPlace = pipeline.runAsync(BRIEF);
      release.countDown();
      first.get(30, SECONDS);
      inItsPlace.get(30, SECONDS);
      RunHandle third = pipeline.runAsync(BRIEF, events::add);
      third.future().get(30, SECONDS);
      assertThat(third.cancel()).as("it was over before").isFalse();
    }
  }

  @Test
  void runAsync_deadlineShorterThanTheWaiting_countsFromTheStart() throws Exception {
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter()
            .outpainter(
                PipelineFixtures.before(
                    request -> {
                      inCall.countDown();
                      release.await();
                    }))
            .options(
                PipelineOptions.builder()
                    .threads(2)
                    .concurrentRuns(1)
                    .deadline(Duration.ofSeconds(20))
                    .build())
            .build()) {
      List<PipelineEvent> events = events();
      CompletableFuture<?> first = pipeline.runAsync(BRIEF);
      inCall.await();
      RunHandle second = pipeline.runAsync(BRIEF, events::add);
      Duration before = second.progress().waited();
      release.countDown();
      first.get(30, SECONDS);

      var provenance = second.future().get(30, SECONDS).provenance();

      assertThat(provenance.waited()).isGreaterThan(before);
      assertThat(second.progress().elapsed()).isGreaterThanOrEqualTo(provenance.elapsed());
      assertThat(events)
          .filteredOn(RunStarted.class::isInstance)
          .singleElement()
          .satisfies(e -> assertThat(((RunStarted) e).waited()).isEqualTo(provenance.waited()));
    }
  }

  @Test
  void refineAsync_resultAndFeedback_isARunOfItsOwn() throws Exception {
    release.countDown();
    try (BrandImagePipeline pipeline = oneAtATime(10)) {
      var first = pipeline.run(BRIEF);
      String picked = first.candidates().get(0).id();
      List<PipelineEvent> events = events();

      RunHandle again =
          pipeline.refineAsync(first, new Feedback("", List.of(picked), List.of()), events::add);
      var result = again.future().get(30, SECONDS);

      assertThat(result.runId()).isEqualTo(again.id()).isNotEqualTo(first.runId());
      assertThat(result.provenance().history().previousRunId()).isEqualTo(first.runId());
      assertThat(events).allMatch(event -> event.runId().equals(again.id()));
    }
  }

  private BrandImagePipeline oneAtATime(int queueCapacity) {
    return PipelineFixtures.withoutOutpainter()
        .outpainter(
            PipelineFixtures.before(
                request -> {
                  inCall.countDown();
                  release.await();
                }))
        .options(
            PipelineOptions.builder()
                .threads(1)
                .concurrentRuns(1)
                .queueCapacity(queueCapacity)
                .build())
        .build();
  }

  private static CampaignBrief labelled(String label) {
    return BRIEF.toBuilder().label(label).build();
  }

  private static List<PipelineEvent> events() {
    return Collections.synchronizedList(new ArrayList<>());
  }

  private static PipelineEvent last(List<PipelineEvent> events) {
    return events.get(events.size() - 1);
  }
}
