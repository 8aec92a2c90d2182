package org.brandimage.pipeline;

import java.util.concurrent.CompletableFuture;
import org.brandimage.pipeline.result.RunResult;

/** The future of a run, whose cancellation reaches the run. */
final class RunFuture extends CompletableFuture<RunResult> {
  private final RunState state;

  RunFuture(RunState state) {
    this.state = state;
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      state.cancel();
    }
    return cancelled;
  }
}
