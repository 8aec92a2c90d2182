package org.brandimage.pipeline;

import java.util.concurrent.CompletableFuture;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.error.RunCancelledException;

/** The future of a run, whose cancellation reaches the run. */
final class RunFuture extends CompletableFuture<RunResult> {
  private final RunState state;

  RunFuture(RunState state) {
    this.state = state;
  }

  /** Ends the future of a pipeline that is closed: its run will give no result any more. */
  void end() {
    state.cancel();
    completeExceptionally(
        new RunCancelledException("run " + state.runId() + " ended: the pipeline was closed"));
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
