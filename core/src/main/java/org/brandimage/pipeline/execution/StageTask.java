package org.brandimage.pipeline.execution;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.brandimage.spi.error.StageException;

/** One piece of a stage's work, done in the context of the run's caller. */
final class StageTask<T> extends FutureTask<T> implements WorkQueue.Piece {
  private final String stage;
  private final CallerContext caller;
  private volatile long cancelledAt;

  StageTask(String stage, CallerContext caller, Callable<T> work) {
    super(work);
    this.stage = stage;
    this.caller = caller;
  }

  @Override
  public void run() {
    try {
      caller.run(super::run);
      if (!isDone()) {
        setException(
            new IllegalStateException(
                "contextPropagation: its carrier returned without running the work it was given"));
      }
    } catch (Throwable e) {
      // Whoever waits for this piece must hear of it: it came from the context, not from the stage.
      setException(e);
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      cancelledAt = System.nanoTime();
    }
    return cancelled;
  }

  @Override
  public String stage() {
    return stage;
  }

  @Override
  public long cancelledFor(long now) {
    long at = cancelledAt;
    return at == 0 ? 0 : now - at;
  }

  @Override
  public void reject(RejectedExecutionException cause) {
    setException(
        new StageException(
            stage
                + " found no thread: the executor of the pipeline rejected its work - give it"
                + " room for the threads of the pipeline, and close it after the pipeline",
            cause,
            StageException.RetryInfo.once(true)));
  }
}
