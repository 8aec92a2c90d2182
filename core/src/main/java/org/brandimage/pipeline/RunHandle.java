package org.brandimage.pipeline;

import java.util.concurrent.CompletableFuture;
import org.brandimage.pipeline.result.RunResult;

/**
 * A run that was asked for: its id from the start, its future, its progress, and a way to cancel
 * it. Thread-safe. It keeps the result as long as it is held.
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
   * Returns the future of the result. It fails with a {@link
   * org.brandimage.spi.error.BrandImageException}; cancelling it cancels the run.
   *
   * @return the same future every time
   */
  public CompletableFuture<RunResult> future() {
    return future;
  }

  /**
   * Cancels the run: no new call starts, and what is under way is interrupted.
   *
   * @return true when the run is cancelled, by this call or before; false when it was over
   */
  public boolean cancel() {
    return future.cancel(true);
  }

  /** {@return how far the run has come} */
  public RunProgress progress() {
    return future.progress();
  }

  @Override
  public String toString() {
    return "RunHandle[" + id() + ", " + progress() + "]";
  }
}
