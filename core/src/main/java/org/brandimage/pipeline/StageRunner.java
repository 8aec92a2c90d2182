package org.brandimage.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
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
import org.brandimage.spi.error.RunCancelledException;
import org.brandimage.spi.error.StageException;
import org.brandimage.spi.error.StageTimeoutException;

/**
 * Everything cross-cutting, in one place: threads, deadline, cancellation, timing, events, and
 * where an error happened. A run asks it to do each step; stages know nothing of it.
 */
final class StageRunner {
  /** One piece of work on one input. */
  @FunctionalInterface
  interface Work<I, O> {
    O on(I input) throws InterruptedException;
  }

  private final RunState state;
  private final EventSink events;
  private final ExecutorService workers;
  private final List<Timing> timings = new ArrayList<>();

  StageRunner(RunState state, EventSink events, ExecutorService workers) {
    this.state = state;
    this.events = events;
    this.workers = workers;
  }

  /** Does a step that is one piece of work; its failure ends the run. */
  <I, O> O one(StageId id, Object stage, I input, Work<I, O> work) throws InterruptedException {
    return each(id, stage, List.of(input), work).get(0);
  }

  /** Does a step of many pieces of work; the first failure ends the run. Results keep the order. */
  <I, O> List<O> each(StageId id, Object stage, List<I> inputs, Work<I, O> work)
      throws InterruptedException {
    List<O> values = new ArrayList<>(inputs.size());
    for (StageOutcome<O> outcome : attempt(id, stage, inputs, work)) {
      values.add(outcome.orThrow());
    }
    return values;
  }

  /** Does a step of many pieces of work of which some may fail. Results keep the order. */
  <I, O> List<StageOutcome<O>> attempt(StageId id, Object stage, List<I> inputs, Work<I, O> work)
      throws InterruptedException {
    long started = System.nanoTime();
    Cost before = state.costs().spent();
    events.emit(new StageStarted(state.runId(), id, inputs.size()));
    List<StageOutcome<O>> attempts = fanOut(id, stage, inputs, work);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
    timings.add(new Timing(id, elapsed, inputs.size()));
    Cost after = state.costs().spent();
    Cost cost = new Cost(after.units() - before.units(), after.microUsd() - before.microUsd());
    events.emit(new StageCompleted(state.runId(), id, elapsed, cost));
    return attempts;
  }

  List<Timing> timings() {
    return List.copyOf(timings);
  }

  private <I, O> List<StageOutcome<O>> fanOut(
      StageId id, Object stage, List<I> inputs, Work<I, O> work) throws InterruptedException {
    state.checkActive();
    AtomicInteger done = new AtomicInteger();
    List<FutureTask<StageOutcome<O>>> tasks = new ArrayList<>(inputs.size());
    Object handle = new Object();
    try {
      for (I input : inputs) {
        FutureTask<StageOutcome<O>> task =
            new FutureTask<>(
                () -> {
                  StageOutcome<O> outcome = attemptOne(id, stage, input, work);
                  progress(id, done, inputs.size());
                  return outcome;
                });
        tasks.add(task);
      }
      state.register(handle, () -> tasks.forEach(task -> task.cancel(true)));
      tasks.forEach(this::start);
      List<StageOutcome<O>> attempts = new ArrayList<>(inputs.size());
      for (Future<StageOutcome<O>> task : tasks) {
        attempts.add(await(task));
      }
      return attempts;
    } finally {
      state.unregister(handle);
      tasks.forEach(task -> task.cancel(true));
    }
  }

  private void start(FutureTask<?> task) {
    try {
      workers.execute(task);
    } catch (RejectedExecutionException e) {
      // The pipeline was closed; that is no failure of the stage.
      state.cancel();
      task.cancel(true);
    }
  }

  private <I, O> StageOutcome<O> attemptOne(StageId id, Object stage, I input, Work<I, O> work)
      throws InterruptedException {
    state.checkActive();
    String provider = StageIdentity.of(stage).name();
    try {
      return StageOutcome.of(work.on(input));
    } catch (StageTimeoutException | RunCancelledException e) {
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
              StageException.Attempt.once(false));
      wrapped.locate(id.label(), provider, state.runId());
      return StageOutcome.failed(wrapped);
    }
  }

  private void progress(StageId id, AtomicInteger done, int total) {
    synchronized (done) {
      events.emit(new StageProgress(state.runId(), id, done.incrementAndGet(), total));
    }
  }

  private <T> T await(Future<T> task) throws InterruptedException {
    try {
      return state.remaining().isPresent()
          ? task.get(state.remaining().get().toNanos(), TimeUnit.NANOSECONDS)
          : task.get();
    } catch (TimeoutException e) {
      throw state.timedOut();
    } catch (CancellationException e) {
      throw new InterruptedException("run " + state.runId() + " was cancelled");
    } catch (ExecutionException e) {
      throw unwrapped(java.util.Objects.requireNonNullElse(e.getCause(), e));
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
