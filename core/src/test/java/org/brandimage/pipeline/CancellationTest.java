package org.brandimage.pipeline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brandimage.pipeline.PipelineFixtures.BRIEF;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.error.RunCancelledException;
import org.brandimage.spi.error.StageTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CancellationTest {
  @Test
  void cancel_inTheMiddleOfOutpainting_endsAtOnceAndStartsNoNewCall() throws Exception {
    CountDownLatch inCall = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger started = new AtomicInteger();
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter()
            .outpainter(
                PipelineFixtures.before(
                    request -> {
                      started.incrementAndGet();
                      inCall.countDown();
                      try {
                        never.await();
                      } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw e;
                      }
                    }))
            .options(PipelineFixtures.threads(1).build())
            .build()) {
      CompletableFuture<RunResult> run = pipeline.runAsync(BRIEF);
      inCall.await();

      assertThat(run.cancel(true)).isTrue();

      assertThatThrownBy(() -> run.get(1, SECONDS)).isInstanceOf(CancellationException.class);
      assertThat(interrupted.await(10, SECONDS)).isTrue();
      // The one worker is free again: had another candidate been started, it would block here.
      assertThat(started).hasValue(1);
    }
  }

  @Test
  void cancel_beforeTheRunBegins_startsNothing() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger pictures = new AtomicInteger();
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter()
            .outpainter(
                PipelineFixtures.before(
                    request -> {
                      pictures.incrementAndGet();
                      first.countDown();
                      release.await();
                    }))
            .options(PipelineOptions.builder().threads(1).concurrentRuns(1).build())
            .build()) {
      CompletableFuture<RunResult> running = pipeline.runAsync(BRIEF);
      first.await();
      CompletableFuture<RunResult> waiting = pipeline.runAsync(BRIEF);
      waiting.cancel(true);
      release.countDown();

      assertThat(running.get(30, SECONDS).finalists()).hasSize(3);
      assertThat(waiting).isCancelled();
      assertThat(pictures).hasValue(9);
    }
  }

  @Test
  void run_threadInterrupted_throwsAndKeepsTheFlag() throws Exception {
    CountDownLatch inCall = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter()
            .outpainter(
                PipelineFixtures.before(
                    request -> {
                      inCall.countDown();
                      never.await();
                    }))
            .build()) {
      Thread caller =
          new Thread(
              () -> {
                try {
                  pipeline.run(BRIEF);
                } catch (RuntimeException e) {
                  thrown.complete(e);
                  flag.complete(Thread.currentThread().isInterrupted());
                }
              });
      caller.start();
      inCall.await();
      caller.interrupt();

      assertThat(thrown.get(5, SECONDS)).isInstanceOf(RunCancelledException.class);
      assertThat(flag.get(5, SECONDS)).isTrue();
    }
  }

  @Test
  void run_deadlinePasses_throwsStageTimeout() {
    CountDownLatch never = new CountDownLatch(1);
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter()
            .outpainter(PipelineFixtures.before(request -> never.await()))
            .options(PipelineOptions.builder().deadline(Duration.ofMillis(700)).build())
            .build()) {
      assertThatThrownBy(() -> pipeline.run(BRIEF))
          .isInstanceOfSatisfying(
              StageTimeoutException.class,
              e -> assertThat(e.budget()).isEqualTo(Duration.ofMillis(700)));
    }
  }

  @Test
  void close_runsUnderWayAndQueued_completesEveryFuture() throws Exception {
    CountDownLatch inCall = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter()
            .outpainter(
                PipelineFixtures.before(
                    request -> {
                      inCall.countDown();
                      never.await();
                    }))
            .options(PipelineOptions.builder().threads(1).concurrentRuns(1).build())
            .build();
    List<CompletableFuture<RunResult>> runs =
        Stream.of(1, 2, 3).map(i -> pipeline.runAsync(BRIEF)).toList();
    inCall.await();

    pipeline.close();

    for (CompletableFuture<RunResult> run : runs) {
      assertThat(run).isCompletedExceptionally();
      assertThatThrownBy(run::join).hasCauseInstanceOf(RunCancelledException.class);
    }
    assertThatThrownBy(() -> pipeline.runAsync(BRIEF)).isInstanceOf(IllegalStateException.class);
  }

  /** However a run and the closing meet, the run's future ends. */
  @Test
  void close_whileRunsAreAskedFor_leavesNoFutureOpen() throws Exception {
    for (int round = 0; round < 50; round++) {
      BrandImagePipeline pipeline =
          PipelineFixtures.complete()
              .options(PipelineOptions.builder().threads(1).concurrentRuns(1).build())
              .build();
      CyclicBarrier start = new CyclicBarrier(2);
      CompletableFuture<List<CompletableFuture<RunResult>>> asked =
          CompletableFuture.supplyAsync(
              () -> {
                List<CompletableFuture<RunResult>> runs = new ArrayList<>();
                try {
                  start.await();
                  for (int i = 0; i < 20; i++) {
                    runs.add(pipeline.runAsync(BRIEF));
                  }
                } catch (IllegalStateException closed) {
                  assertThat(closed).hasMessageContaining("closed");
                } catch (InterruptedException | BrokenBarrierException e) {
                  throw new AssertionError(e);
                }
                return runs;
              });
      start.await();
      pipeline.close();

      for (CompletableFuture<RunResult> run : asked.get(30, SECONDS)) {
        run.handle((result, failure) -> failure).get(10, SECONDS);
      }
    }
  }

  @Test
  void close_runUnderWay_cancelsIt() throws Exception {
    CountDownLatch inCall = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter()
            .outpainter(
                PipelineFixtures.before(
                    request -> {
                      inCall.countDown();
                      never.await();
                    }))
            .build();
    CompletableFuture<RunResult> run = pipeline.runAsync(BRIEF);
    inCall.await();

    pipeline.close();

    assertThatThrownBy(() -> run.get(5, SECONDS)).hasCauseInstanceOf(RunCancelledException.class);
  }
}
