package org.brandimage.pipeline;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.pipeline.event.PipelineEvent.StageProgress;
import org.brandimage.pipeline.event.PipelineListener;
import org.brandimage.pipeline.result.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work is taken from the runs in turn. Time is counted in pieces of work, not in seconds. */
@Timeout(60)
class FairnessTest {
  @Test
  void runAsync_smallRunBesideOneOf200_takesAtMostTwiceItsTimeAlone() throws Exception {
    AtomicInteger ofTheSmall = new AtomicInteger();
    AtomicInteger ofTheLarge = new AtomicInteger();
    CountDownLatch largePaints = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    try (BrandImagePipeline pipeline =
        PipelineFixtures.withoutOutpainter()
            .outpainter(
                PipelineFixtures.before(
                    request -> {
                      largePaints.countDown();
                      // Long beside the change from one step of a run to the next.
                      assertThat(never.await(15, MILLISECONDS)).isFalse();
                    }))
            .options(PipelineOptions.builder().threads(1).concurrentRuns(2).build())
            .build()) {
      CompletableFuture<RunResult> large =
          pipeline.runAsync(PipelineFixtures.brief(20, 13), counting(ofTheLarge)).future();
      largePaints.await();
      int before = ofTheLarge.get();

      pipeline
          .runAsync(PipelineFixtures.brief(3, 3), counting(ofTheSmall))
          .future()
          .get(30, SECONDS);

      assertThat(ofTheSmall.get()).isGreaterThan(9 * 4);
      assertThat(ofTheLarge.get() - before).isBetween(1, ofTheSmall.get() + 9);
      assertThat(large).isNotDone();
      assertThat(large.get(30, SECONDS).candidates()).hasSizeGreaterThanOrEqualTo(200);
    }
  }

  private static PipelineListener counting(AtomicInteger pieces) {
    return event -> {
      if (event instanceof StageProgress) {
        pieces.incrementAndGet();
      }
    };
  }
}
