package org.brandimage.pipeline.execution;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.pipeline.event.PipelineEvent.StageCompleted;
import org.brandimage.pipeline.event.PipelineEvent.StageProgress;
import org.brandimage.pipeline.event.PipelineEvent.StageStarted;
import org.brandimage.pipeline.result.Provenance.Timing;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.context.StageIdentity;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.ResultStoreException;
import org.brandimage.spi.error.RunCancelledException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.StageTimeoutException;

/**
 * Everything cross-cutting about the steps of one run, in one place: threads, deadline,
 * cancellation, timing, events, and where an error happened. Used by the run's own thread only.
 */
public final class StageRunner {
  private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

  /**
   * One piece of work on one input.
   *
   * @param <I> the input
   * @param <O> the output
   */
  @FunctionalInterface
  public interface Work<I, O> {
    /**
     * Does the work.
     *
     * @param input the input
     * @return the output
     * @throws InterruptedException when the run is cancelled
     */
    O on(I input) throws InterruptedException;
  }

  private final RunState state;
  private final EventSink events;
  private final WorkQueue queue;
  private final WorkQueue.Lane lane;
  private final List<Timing> timings = new ArrayList<>();

  /**
   * Creates the runner of one run.
   *
   * @param state the run
   * @param events where its events go
   * @param queue where its work waits for a thread
   */
  public StageRunner(RunState state, EventSink events, WorkQueue queue) {
    this.state = state;
    this.events = events;
    this.queue = queue;
    this.lane = queue.lane();
  }

  /**
   * Does a step that is one piece of work; its failure ends the run.
   *
   * @param <I> the input
   * @param <O> the output
   * @param id the step
   * @param stage who does it
   * @param input the input
   * @param work the work
   * @return the output
   * @throws InterruptedException when the run is cancelled
   */
  public <I, O> O one(StageId id, Object stage, I input, Work<I, O> work)
      throws InterruptedException {
    return each(id, stage, List.of(input), work).get(0);
  }

  /**
   * Does a step of many pieces of work; the first failure ends the run.
   *
   * @param <I> the input
   * @param <O> the output
   * @param id the step
   * @param stage who does it
   * @param inputs one a piece
   * @param work the work
   * @return the outputs, in the order of the inputs
   * @throws InterruptedException when the run is cancelled
   */
  public <I, O> List<O> each(StageId id, Object stage, List<I> inputs, Work<I, O> work)
      throws InterruptedException {
    List<O> values = new ArrayList<>(inputs.size());
    for (StageOutcome<O> outcome : attempt(id, stage, inputs, work)) {
      values.add(outcome.orThrow());
    }
    return values;
  }

  /**
   * Does a step of many pieces of work of which some may fail.
   *
   * @param <I> the input
   * @param <O> the output
   * @param id the step
   * @param stage who does it
   * @param inputs one a piece
   * @param work the work
   * @return an output or a failure of each, in the order of the inputs
   * @throws InterruptedException when the run is cancelled
   */
  public <I, O> List<StageOutcome<O>> attempt(
      StageId id, Object stage, List<I> inputs, Work<I, O> work) throws InterruptedException {
    long started = System.nanoTime();
    Cost before = state.costs().spent();
    events.emit(new StageStarted(state.run(), id, inputs.size()));
    try {
      return fanOut(id, stage, inputs, work);
    } finally {
      completed(id, inputs.size(), started, before);
    }
  }

  /**
   * Tells of the end of a step, also of one that failed or was cancelled: it may have cost money.
   */
  private void completed(StageId id, int pieces, long started, Cost before) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
    timings.add(new Timing(id, elapsed, pieces));
    Cost after = state.costs().spent();
    Cost cost = new Cost(after.units() - before.units(), after.microUsd() - before.microUsd());
    events.emit(new StageCompleted(state.run(), id, elapsed, cost));
  }

  /** {@return how long each step took so far, in the order they happened} */
  public List<Timing> timings() {
    return List.copyOf(timings);
  }

  private <I, O> List<StageOutcome<O>> fanOut(
      StageId id, Object stage, List<I> inputs, Work<I, O> work) throws InterruptedException {
    state.checkActive();
    AtomicInteger done = new AtomicInteger();
    List<StageTask<StageOutcome<O>>> tasks = new ArrayList<>(inputs.size());
    for (I input : inputs) {
      tasks.add(
          new StageTask<>(
              id.label() + " by " + StageIdentity.of(stage).name(),
              state.caller(),
              () -> {
                StageOutcome<O> outcome = attemptOne(id, stage, input, work);
                progress(id, done, inputs.size());
                return outcome;
              }));
    }
    Object handle = new Object();
    try {
      state.register(handle, () -> tasks.forEach(task -> task.cancel(true)));
      lane.add(tasks);
      List<StageOutcome<O>> attempts = new ArrayList<>(inputs.size());
      for (StageTask<StageOutcome<O>> task : tasks) {
        attempts.add(await(task));
      }
      return attempts;
    } catch (BrandImageException e) {
      e.locate(id.label(), StageIdentity.of(stage).name(), state.runId());
      throw e;
    } finally {
      state.unregister(handle);
      tasks.forEach(task -> task.cancel(true));
    }
  }

  private <I, O> StageOutcome<O> attemptOne(StageId id, Object stage, I input, Work<I, O> work)
      throws InterruptedException {
    state.checkActive();
    String provider = StageIdentity.of(stage).name();
    try {
      return StageOutcome.of(state.work().count(id, () -> work.on(input)));
    } catch (StageTimeoutException | RunCancelledException | ResultStoreException e) {
      e.locate(id.label(), provider, state.runId());
      throw e;
    } catch (BrandImageException e) {
      e.locate(id.label(), provider, state.runId());
      return StageOutcome.failed(e);
    } catch (RuntimeException e) {
      StageException wrapped =
          new StageException(
              id.label() + " by " + provider + " failed unexpectedly: " + e,
              e,
              StageException.RetryInfo.once(false));
      wrapped.locate(id.label(), provider, state.runId());
      return StageOutcome.failed(wrapped);
    }
  }

  private void progress(StageId id, AtomicInteger done, int total) {
    synchronized (done) {
      events.emit(new StageProgress(state.run(), id, done.incrementAndGet(), total));
    }
  }

  /** Waits for a piece, and now and then frees the threads of pieces that do not end. */
  private <T> T await(Future<T> task) throws InterruptedException {
    while (true) {
      long left = state.remaining().map(Duration::toNanos).orElse(Long.MAX_VALUE);
      try {
        return task.get(Math.min(left, Math.min(LOOK_NANOS, queue.graceNanos())), NANOSECONDS);
      } catch (TimeoutException e) {
        if (left <= 0) {
          throw state.timedOut();
        }
        queue.replaceStuck();
      } catch (CancellationException e) {
        throw new InterruptedException("run " + state.runId() + " was cancelled");
      } catch (ExecutionException e) {
        throw unwrapped(Objects.requireNonNullElse(e.getCause(), e));
      }
    }
  }

  private static InterruptedException unwrapped(Throwable cause) {
    if (cause instanceof InterruptedException interrupted) {
      return interrupted;
    }
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException("a stage threw a checked exception", cause);
  }
}
