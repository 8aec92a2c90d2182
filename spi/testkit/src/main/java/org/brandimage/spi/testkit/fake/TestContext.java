package org.brandimage.spi.testkit.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.CostMeter;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.error.StageTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A context that a test controls: it keeps the calls recorded, can be cancelled, and its clock
 * moves only by {@link #advance}. Made by {@link TestContexts}. Thread-safe.
 */
public final class TestContext implements StageContext {
  private static final long LARGEST_SEED = 2_147_483_646L;

  private final long seed;
  private final CostMeter costs;
  private final @Nullable Duration budget;
  private final List<CallRecord> calls = new ArrayList<>();
  private Duration elapsed = Duration.ZERO;
  private boolean cancelled;

  TestContext(long seed, CostMeter costs, @Nullable Duration budget) {
    if (seed < 0 || seed > LARGEST_SEED) {
      throw new IllegalArgumentException("seed must be from 0 to " + LARGEST_SEED + ": " + seed);
    }
    this.seed = seed;
    this.costs = costs;
    this.budget = budget;
  }

  /** Cancels the run. */
  public synchronized void cancel() {
    cancelled = true;
  }

  /**
   * Lets time pass.
   *
   * @param time how much, not negative
   */
  public synchronized void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time must not be negative: " + time);
    }
    elapsed = elapsed.plus(time);
  }

  /**
   * Returns the calls recorded so far.
   *
   * @return a copy, oldest first
   */
  public synchronized List<CallRecord> calls() {
    return List.copyOf(calls);
  }

  @Override
  public String runId() {
    return "test-run";
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public synchronized Optional<Duration> remaining() {
    if (budget == null) {
      return Optional.empty();
    }
    Duration left = budget.minus(elapsed);
    return Optional.of(left.isNegative() ? Duration.ZERO : left);
  }

  @Override
  public synchronized boolean cancelled() {
    return cancelled;
  }

  @Override
  public CostMeter costs() {
    return costs;
  }

  @Override
  public synchronized void record(CallRecord call) {
    calls.add(Objects.requireNonNull(call, "call"));
  }

  @Override
  public synchronized void checkActive() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted");
    }
    if (cancelled) {
      throw new InterruptedException("cancelled");
    }
    if (budget != null && elapsed.compareTo(budget) >= 0) {
      throw new StageTimeoutException(budget, elapsed);
    }
  }

  @Override
  public synchronized String toString() {
    return "TestContext[seed " + seed + ", " + calls.size() + " calls]";
  }
}
