package org.brandimage.spi.context;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** The context of a stage that is used without a pipeline. */
final class StandaloneContext implements StageContext {
  private static final long LARGEST_SEED = 2_147_483_646L;

  private final long seed;
  private final CostMeter costs = CostMeter.unlimited();

  StandaloneContext(long seed) {
    if (seed < 0 || seed > LARGEST_SEED) {
      throw new IllegalArgumentException("seed must be from 0 to " + LARGEST_SEED + ": " + seed);
    }
    this.seed = seed;
  }

  @Override
  public String runId() {
    return "standalone";
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public Optional<Duration> remaining() {
    return Optional.empty();
  }

  @Override
  public boolean cancelled() {
    return Thread.currentThread().isInterrupted();
  }

  @Override
  public CostMeter costs() {
    return costs;
  }

  @Override
  public void record(CallRecord call) {
    Objects.requireNonNull(call, "call");
  }

  @Override
  public void checkActive() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted");
    }
  }
}
