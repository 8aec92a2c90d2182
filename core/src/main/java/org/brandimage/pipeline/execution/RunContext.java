package org.brandimage.pipeline.execution;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.CostMeter;
import org.brandimage.spi.context.StageContext;
import org.jspecify.annotations.Nullable;

/**
 * The context of one piece of work.
 *
 * @param state the run
 * @param seed the seed of the piece
 * @param costs what the piece spends
 * @param calls takes the calls of the piece besides the run's journal, or null
 */
public record RunContext(
    RunState state, long seed, CostMeter costs, @Nullable List<CallRecord> calls)
    implements StageContext {
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

  /** Returns this context with a meter and a journal of a part of the work. */
  RunContext metered(CostMeter part, List<CallRecord> calls) {
    return new RunContext(state, seed, part, calls);
  }

  @Override
  public void record(CallRecord call) {
    state.record(Objects.requireNonNull(call, "call"));
    if (calls != null) {
      calls.add(call);
    }
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
