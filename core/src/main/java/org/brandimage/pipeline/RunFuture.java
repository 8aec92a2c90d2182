package org.brandimage.pipeline;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.brandimage.pipeline.RunProgress.Status;
import org.brandimage.pipeline.event.PipelineEvent.RunFailed;
import org.brandimage.pipeline.event.RunRef;
import org.brandimage.pipeline.execution.EventSink;
import org.brandimage.pipeline.execution.RunState;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.error.RunCancelledException;

/** The future of a run, whose cancellation reaches the run. */
final class RunFuture extends CompletableFuture<RunResult> {
  private final RunState state;
  private final EventSink events;
  private final CurrentStep step;
  private final Runnable placeBack;
  private final AtomicBoolean placed = new AtomicBoolean(true);
  private final AtomicBoolean begun = new AtomicBoolean();

  /**
   * Creates the future of a run that waits.
   *
   * @param state the run
   * @param events where its end is told when it never begins
   * @param step how far it is
   * @param placeBack gives its place in the queue back
   */
  RunFuture(RunState state, EventSink events, CurrentStep step, Runnable placeBack) {
    this.placeBack = placeBack;
    this.state = state;
    this.events = events;
    this.step = step;
  }

  RunState state() {
    return state;
  }

  RunRef run() {
    return state.run();
  }

  /** Begins the run; returns false when it was cancelled before. */
  boolean begin() {
    return begun.compareAndSet(false, true);
  }

  boolean queued() {
    return !begun.get();
  }

  /** Tells whether the run has begun and its future has not ended. */
  boolean running() {
    return begun.get() && !isDone();
  }

  /** Ends the future of a run that has not begun, because its pipeline begins no more. */
  void endUnlessBegun() {
    if (begin()) {
      leave();
      end();
      emitCancelled();
    }
  }

  /**
   * Gives the place in the queue back, once; before the future ends, so that who saw it end may go
   * on.
   */
  void leave() {
    if (placed.compareAndSet(true, false)) {
      placeBack.run();
    }
  }

  /** Ends the future of a pipeline that is closed: its run will give no result any more. */
  void end() {
    state.cancel();
    completeExceptionally(
        new RunCancelledException("run " + state.runId() + " ended: the pipeline was closed"));
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean waited = !isDone() && begin();
    if (waited) {
      leave();
    }
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (cancelled) {
      state.cancel();
    }
    if (waited) {
      emitCancelled();
    }
    return cancelled;
  }

  RunProgress progress() {
    return new RunProgress(
        status(), step.step(), state.waited(), state.elapsed(), state.costs().spent());
  }

  private Status status() {
    if (!isDone()) {
      return queued() ? Status.QUEUED : Status.RUNNING;
    } else if (!isCompletedExceptionally()) {
      return Status.FINISHED;
    }
    return state.cancelled() ? Status.CANCELLED : Status.FAILED;
  }

  private void emitCancelled() {
    events.emit(new RunFailed(run(), RunCancelledException.class.getSimpleName()));
  }
}
