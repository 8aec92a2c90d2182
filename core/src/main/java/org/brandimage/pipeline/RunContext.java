package org.brandimage.pipeline;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.CostMeter;
import org.brandimage.spi.context.StageContext;

/** The context of one piece of work: the run's state and a seed of its own. */
record RunContext(RunState state, long seed) implements StageContext {
  @Override
  public String runId() {
    return state.runId();
  }

  @Override
  public Optional<Duration> remaining() {
    return state.remaining();
  }

  @Override
  public boolean cancelled() {
    return state.cancelled() || Thread.currentThread().isInterrupted();
  }

  @Override
  public CostMeter costs() {
    return state.costs();
  }

  @Override
  public void record(CallRecord call) {
    state.record(Objects.requireNonNull(call, "call"));
  }

  @Override
  public void checkActive() throws InterruptedException {
    state.checkActive();
  }

  @Override
  public String toString() {
    return "StageContext[run " + state.runId() + "]";
  }
}
