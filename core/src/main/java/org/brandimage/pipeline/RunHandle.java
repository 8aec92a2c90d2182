package org.brandimage.pipeline;

import java.util.concurrent.CompletableFuture;
import org.brandimage.pipeline.result.RunResult;

/**
 * A handle of a run: its id, its future, its progress, and a way to cancel it. Thread-safe. A
 * handle keeps the result in memory.
 */
public final class RunHandle {
  private final RunFuture future;

  RunHandle(RunFuture future) {
    this.future = future;
  }

  /** {@return the id of the run, as in its events and its result} */
  public String id() {
    return future.run().id();
  }

  /** {@return the label of the brief; empty when it has none} */
  public String label() {
    return future.run().label();
  }

  /**
   * {@return the future of the result, the same every time} It fails with a {@link
   * org.brandimage.spi.error.BrandImageException}; cancelling it cancels the run.
   */
  public CompletableFuture<RunResult> future() {
    return future;
  }

  /**
   * Cancels the run: no new call starts, and calls under way are interrupted.
   *
   * @return true when the run is cancelled, by this call or before; false when it had already ended
   */
  public boolean cancel() {
    return future.cancel(true);
  }

  /** {@return the progress of the run at this moment} */
  public RunProgress progress() {
    return future.progress();
  }

  @Override
  public String toString() {
    return "RunHandle[" + id() + ", " + progress() + "]";
  }
}
