package org.brandimage.pipeline;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brandimage.pipeline.PipelineFixtures.BRIEF;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.CostMeter.Reservation;
import org.brandimage.spi.context.Priced;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.AllCandidatesFailedException;
import org.brandimage.spi.error.ContentRejectedException;
import org.brandimage.spi.error.MalformedReplyException;
import org.brandimage.spi.error.ProviderThrottledException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.Outpainter;
import org.brandimage.spi.outpaint.Outpainting;
import org.brandimage.spi.result.ResultStore;
import org.brandimage.spi.testkit.fake.FakeOutpainter;
import org.brandimage.spi.testkit.fake.FakePaidOutpainter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a rerun buys, on the store of a run that was cancelled in the middle of a call. */
@Timeout(60)
class InterruptedPurchaseTest {
  private final ResultStore store = ResultStore.inMemory();
  private final CountDownLatch inCall = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);
  private final AtomicInteger calls = new AtomicInteger();
  private final FakeOutpainter painter = new FakeOutpainter();

  @Test
  void rerun_afterACancelledPaidCall_doesNotBuyThatPictureAgain() throws Exception {
    cancelledIn(new FakePaidOutpainter(this::firstBlocks));

    RunResult second = rerun(new FakePaidOutpainter(this::firstBlocks));

    assertThat(calls).hasValue(9);
    assertThat(second.rejected())
        .singleElement()
        .extracting(CandidateRecord::reasons)
        .asString()
        .contains("known outcome", "bill");
  }

  @Test
  void rerun_afterACancelledFreeCall_makesThePicture() throws Exception {
    cancelledIn(this::firstBlocks);

    assertThat(rerun(this::firstBlocks).rejected()).isEmpty();
    assertThat(calls).hasValue(10);
  }

  @Test
  void rerun_afterACancelledWaitForThePaidCall_buysThePicture() throws Exception {
    cancelledIn(new UnsentOutpainter(true));

    assertThat(rerun(new UnsentOutpainter(false)).rejected()).isEmpty();
  }

  @Test
  void rerun_afterAPaidCallThatBroke_doesNotBuyAnyPictureAgain() {
    failsWith(new MalformedReplyException("images", "is not base64", ""));

    assertThatThrownBy(() -> rerun(new FakePaidOutpainter(painter)))
        .isInstanceOf(AllCandidatesFailedException.class)
        .hasMessageContaining("known outcome");
  }

  @Test
  void rerun_afterAPaidCallThatWasThrottled_buysThePictures() {
    failsWith(new ProviderThrottledException("busy", null, StageException.RetryInfo.once(true)));

    assertThat(rerun(new FakePaidOutpainter(painter)).rejected()).isEmpty();
  }

  @Test
  void rerun_afterARefusalForGood_asksForNoPictureAgain() {
    failsWith(
        new ContentRejectedException("VIOLENCE", "blocked", StageException.RetryInfo.once(false)));
    FakePaidOutpainter answering = new FakePaidOutpainter(painter);

    assertThatThrownBy(() -> rerun(answering))
        .isInstanceOf(AllCandidatesFailedException.class)
        .hasMessageContaining("blocked");
    assertThat(answering.calls()).isZero();
  }

  private Outpainting firstBlocks(OutpaintRequest request, StageContext context)
      throws InterruptedException {
    if (calls.getAndIncrement() == 0) {
      block();
    }
    return painter.outpaint(request, context);
  }

  private void block() throws InterruptedException {
    inCall.countDown();
    try {
      never.await();
    } finally {
      ended.countDown();
    }
  }

  private void cancelledIn(Outpainter outpainter) throws Exception {
    try (BrandImagePipeline pipeline = pipeline(outpainter)) {
      CompletableFuture<RunResult> run = pipeline.runAsync(BRIEF);
      inCall.await();
      assertThat(run.cancel(true)).isTrue();
    }
    assertThat(ended.await(10, SECONDS)).isTrue();
  }

  private void failsWith(StageException failure) {
    Outpainter broken =
        (request, context) -> {
          throw failure;
        };
    try (BrandImagePipeline pipeline = pipeline(new FakePaidOutpainter(broken))) {
      assertThatThrownBy(() -> pipeline.run(BRIEF))
          .isInstanceOf(AllCandidatesFailedException.class);
    }
  }

  private RunResult rerun(Outpainter outpainter) {
    try (BrandImagePipeline pipeline = pipeline(outpainter)) {
      return pipeline.run(BRIEF);
    }
  }

  private BrandImagePipeline pipeline(Outpainter outpainter) {
    return PipelineFixtures.withoutOutpainter()
        .outpainter(outpainter)
        .resultStore(store)
        .options(PipelineFixtures.threads(1).build())
        .build();
  }

  /** Waits with its cost reserved, as a gateway does that holds back a throttled call. */
  private final class UnsentOutpainter implements Outpainter, Priced<OutpaintRequest> {
    private final boolean waits;

    private UnsentOutpainter(boolean waits) {
      this.waits = waits;
    }

    @Override
    public Cost estimate(OutpaintRequest request) {
      return FakePaidOutpainter.PRICE;
    }

    @Override
    public Outpainting outpaint(OutpaintRequest request, StageContext context)
        throws InterruptedException {
      try (Reservation reservation = context.costs().reserve(FakePaidOutpainter.PRICE)) {
        try {
          if (waits) {
            block();
          }
        } catch (InterruptedException e) {
          reservation.cancel();
          throw e;
        }
        Outpainting outpainting = painter.outpaint(request, context);
        reservation.settle(FakePaidOutpainter.PRICE);
        return outpainting;
      }
    }
  }
}
