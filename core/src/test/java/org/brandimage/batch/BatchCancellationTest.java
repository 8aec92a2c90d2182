package org.brandimage.batch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.brandimage.batch.BatchFixtures.PICTURES;
import static org.brandimage.batch.BatchFixtures.briefs;
import static org.brandimage.batch.BatchFixtures.concurrent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.brandimage.batch.BatchEntry.Status;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.RunCancelledException;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.result.ResultStore;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.brandimage.spi.testkit.fake.FakePaidOutpainter;
import org.brandimage.store.FileResultStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Batches that end before their time, and what the next run of them buys. */
@Timeout(60)
class BatchCancellationTest {
  private static final int BRIEFS = 4;

  /** The first picture of the third brief, with one thread. */
  private static final int BLOCKED = 2 * PICTURES + 1;

  @TempDir private Path temp;

  private final List<String> bought = new CopyOnWriteArrayList<>();
  private final CountDownLatch inCall = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);
  private final FakeOutpainter painter = new FakeOutpainter();

  @Test
  void run_againAfterClose_goesOnAndBuysNothingTwice() throws Exception {
    try (FileResultStore store = FileResultStore.open(temp.resolve("results"));
        BrandImagePipeline pipeline = pipeline(store)) {
      BatchRun batch = batch(pipeline);
      CompletableFuture<Throwable> ended =
          CompletableFuture.supplyAsync(() -> catchThrowable(() -> batch.run(briefs(BRIEFS))));
      assertThat(inCall.await(30, SECONDS)).isTrue();
      batch.close();

      assertThat(ended.get(30, SECONDS))
          .isInstanceOf(RunCancelledException.class)
          .hasMessageContaining("2 of 4");
    }
    assertThat(BatchReport.read(temp.resolve("batch")).entries())
        .extracting(BatchEntry::status)
        .containsExactly(Status.FINISHED, Status.FINISHED, Status.FAILED, Status.NOT_STARTED);

    try (FileResultStore store = FileResultStore.open(temp.resolve("results"));
        BrandImagePipeline pipeline = pipeline(store);
        BatchRun batch = batch(pipeline)) {
      BatchResult result = batch.run(briefs(BRIEFS));

      assertThat(result.entries())
          .extracting(BatchEntry::status)
          .containsExactly(
              Status.REUSED_FROM_EARLIER,
              Status.REUSED_FROM_EARLIER,
              Status.FINISHED,
              Status.FINISHED);
      assertThat(result.withPictures()).isEqualTo(BRIEFS);
      // The picture in flight may have been bought, so it is not bought again.
      assertThat(result.entries().get(2).finalists()).isEqualTo(PICTURES - 1);
      assertThat(store.unresolved()).hasSize(1);
    }
    assertThat(bought).hasSize(BRIEFS * PICTURES).doesNotHaveDuplicates();
  }

  @Test
  void run_interrupted_keepsWhatIsFinishedAndTheFlag() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean flag = new AtomicBoolean();
    try (BrandImagePipeline pipeline = pipeline(ResultStore.inMemory());
        BatchRun batch = batch(pipeline)) {
      Thread runner =
          new Thread(
              () -> {
                thrown.set(catchThrowable(() -> batch.run(briefs(BRIEFS))));
                flag.set(Thread.currentThread().isInterrupted());
              });
      runner.start();
      assertThat(inCall.await(30, SECONDS)).isTrue();
      runner.interrupt();
      runner.join(30_000);
    }

    assertThat(thrown.get()).isInstanceOf(RunCancelledException.class);
    assertThat(flag).isTrue();
    assertThat(BatchReport.read(temp.resolve("batch")).count(Status.FINISHED)).isEqualTo(2);
  }

  @Test
  void run_pipelineClosed_endsTheBatch() throws Exception {
    try (BrandImagePipeline pipeline = pipeline(ResultStore.inMemory());
        BatchRun batch = batch(pipeline)) {
      CompletableFuture<Throwable> ended =
          CompletableFuture.supplyAsync(() -> catchThrowable(() -> batch.run(briefs(BRIEFS))));
      assertThat(inCall.await(30, SECONDS)).isTrue();
      pipeline.close(Duration.ZERO);

      assertThat(ended.get(30, SECONDS)).isInstanceOf(RunCancelledException.class);
    }
    assertThat(BatchReport.read(temp.resolve("batch")).entries())
        .extracting(BatchEntry::status)
        .containsExactly(Status.FINISHED, Status.FINISHED, Status.FAILED, Status.NOT_STARTED);
  }

  @Test
  void run_closedBefore_isRefused() {
    try (BrandImagePipeline pipeline = pipeline(ResultStore.inMemory())) {
      BatchRun batch = batch(pipeline);
      batch.close();

      assertThat(catchThrowable(() -> batch.run(briefs(1))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
    }
    assertThat(bought).isEmpty();
  }

  private BatchRun batch(BrandImagePipeline pipeline) {
    return BatchRun.builder(pipeline, temp.resolve("batch")).build();
  }

  private BrandImagePipeline pipeline(ResultStore store) {
    return BatchFixtures.pipeline(new FakePaidOutpainter(this::blockOnce), concurrent(1))
        .resultStore(store)
        .build();
  }

  private Outpainting blockOnce(OutpaintRequest request, StageContext context)
      throws InterruptedException {
    bought.add(request.fingerprint());
    if (bought.size() == BLOCKED) {
      inCall.countDown();
      never.await();
    }
    return painter.outpaint(request, context);
  }
}
