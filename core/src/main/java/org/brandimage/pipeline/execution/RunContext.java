package org.brandimage.pipeline.execution;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.CostMeter;
import org.brandimage.spi.context.StageContext;

/**
 * The context of one piece of work.
 *
 * @param state the run
 * @param seed the seed of the piece
 * @param costs what the piece spends
 */
public record RunContext(RunState state, long seed, CostMeter costs) implements StageContext {
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

  /** Returns this context with a meter of a part of the work. */
  RunContext metered(CostMeter part) {
    return new RunContext(state, seed, part);
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
