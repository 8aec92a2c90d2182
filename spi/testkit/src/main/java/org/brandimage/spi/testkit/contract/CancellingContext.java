package org.brandimage.spi.testkit.contract;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.CostMeter;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.testkit.fake.TestContext;
import org.brandimage.spi.testkit.fake.TestContexts;

/** The context of a run that is cancelled while a stage works. Thread-safe. */
final class CancellingContext implements StageContext {
  private final TestContext run = TestContexts.active(StageContract.SEED);
  private final int lastLook;
  private int looks;
  private long cancelledAt;
  private boolean refused;

  private CancellingContext(int lastLook) {
    this.lastLook = lastLook;
  }

  /** A run that is cancelled when the stage looks for the n-th time whether it is. */
  static CancellingContext atLook(int look) {
    return new CancellingContext(look);
  }

  /** A run that is cancelled by {@link #cancel} only. */
  static CancellingContext onDemand() {
    return new CancellingContext(Integer.MAX_VALUE);
  }

  synchronized void cancel() {
    if (!run.cancelled()) {
      run.cancel();
      cancelledAt = System.nanoTime();
    }
  }

  /** {@return how often the stage looked whether the run is still active} */
  synchronized int looks() {
    return looks;
  }

  /** {@return the second look, since C6 covers the first, one in the middle, and the last} */
  synchronized Set<Integer> sample() {
    return looks < 2 ? Set.of() : new TreeSet<>(List.of(2, looks / 2 + 1, looks));
  }

  /** {@return true once the stage was told by an InterruptedException} */
  synchronized boolean refused() {
    return refused;
  }

  /** {@return how long ago the run was cancelled; zero when it was not} */
  synchronized Duration sinceCancelled() {
    return run.cancelled() ? Duration.ofNanos(System.nanoTime() - cancelledAt) : Duration.ZERO;
  }

  private void look() {
    if (++looks >= lastLook) {
      cancel();
    }
  }

  @Override
  public synchronized boolean cancelled() {
    look();
    return run.cancelled();
  }

  @Override
  public synchronized void checkActive() throws InterruptedException {
    look();
    refused |= run.cancelled();
    run.checkActive();
  }

  @Override
  public String runId() {
    return run.runId();
  }

  @Override
  public long seed() {
    return run.seed();
  }

  @Override
  public Optional<Duration> remaining() {
    return run.remaining();
  }

  @Override
  public CostMeter costs() {
    return run.costs();
  }

  @Override
  public void record(CallRecord call) {
    run.record(call);
  }

  @Override
  public synchronized String toString() {
    return "CancellingContext[" + looks + " looks]";
  }
}
