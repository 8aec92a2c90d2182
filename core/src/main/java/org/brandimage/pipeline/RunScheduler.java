package org.brandimage.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.brandimage.pipeline.event.PipelineEvent.RunFailed;
import org.brandimage.pipeline.event.PipelineEvent.RunFinished;
import org.brandimage.pipeline.event.PipelineEvent.RunQueued;
import org.brandimage.pipeline.event.PipelineEvent.RunStarted;
import org.brandimage.pipeline.event.PipelineListener;
import org.brandimage.pipeline.event.RunRef;
import org.brandimage.pipeline.execution.CallerContext;
import org.brandimage.pipeline.execution.EventSink;
import org.brandimage.pipeline.execution.RunState;
import org.brandimage.pipeline.execution.Threads;
import org.brandimage.pipeline.execution.WorkQueue;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.error.RunCancelledException;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one pipeline: those that wait, those under way, and the threads they share.
 * Thread-safe.
 */
final class RunScheduler {
  private final Stages stages;
  private final PipelineSettings settings;
  private final @Nullable ExecutorService ownThreads;
  private final WorkQueue work;
  private final RunQueue queue;
  private final Set<RunState> underWay = ConcurrentHashMap.newKeySet();
  private final Set<RunFuture> promised = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  RunScheduler(Stages stages, PipelineSettings settings) {
    this.stages = stages;
    this.settings = settings;
    PipelineOptions options = settings.options();
    this.ownThreads = settings.executor() == null ? Threads.growing("brandimage-worker") : null;
    this.work =
        new WorkQueue(
            ownThreads == null ? Objects.requireNonNull(settings.executor()) : ownThreads,
            options.threads(),
            settings.grace());
    this.queue = new RunQueue(options.concurrentRuns(), options.queueCapacity());
  }

  /** Carries out a run on the calling thread. */
  RunResult run(RunRequest request) {
    return execute(request, newState(request), false, new EventSink(settings.listeners()));
  }

  /** Queues a run, or refuses it when the queue is full. */
  RunFuture submit(RunRequest request, List<PipelineListener> listeners) {
    requireOpen();
    queue.enter();
    return submitEntered(request, listeners);
  }

  /** Queues a run once there is a place for it. */
  RunFuture submitWhenFree(RunRequest request) throws InterruptedException {
    requireOpen();
    queue.enterWhenFree();
    return submitEntered(request, List.of());
  }

  private RunFuture submitEntered(RunRequest request, List<PipelineListener> listeners) {
    CurrentStep step = new CurrentStep();
    List<PipelineListener> all = new ArrayList<>(settings.listeners());
    all.add(0, step);
    all.addAll(listeners);
    EventSink events = new EventSink(all);
    RunState state;
    try {
      state = newState(request);
    } catch (RuntimeException e) {
      queue.leave();
      throw e;
    }
    RunFuture future = new RunFuture(state, events, step, queue::leave);
    promised.add(future);
    events.emit(new RunQueued(state.run()));
    try {
      queue.execute(() -> complete(future, request, events));
    } catch (RejectedExecutionException e) {
      promised.remove(future);
      future.endUnlessBegun();
      throw closedException();
    }
    if (closed) {
      // A close() may have looked at the futures before this one was among them.
      future.endUnlessBegun();
    }
    return future;
  }

  private void complete(RunFuture future, RunRequest request, EventSink events) {
    RunState state = future.state();
    AtomicBoolean executed = new AtomicBoolean();
    boolean begun = false;
    try {
      begun = future.begin();
      if (begun) {
        AtomicReference<@Nullable RunResult> result = new AtomicReference<>();
        state
            .caller()
            .run(
                () -> {
                  executed.set(true);
                  result.set(execute(request, state, true, events));
                });
        future.leave();
        future.complete(Objects.requireNonNull(result.get(), "contextPropagation ran no work"));
      }
    } catch (Throwable e) {
      // An Error too must reach whoever waits: no code looks at this thread.
      future.leave();
      if (begun && !executed.get()) {
        // The context of the caller failed or ran nothing; execute() would have emitted this.
        events.emit(new RunFailed(state.run(), e.getClass().getSimpleName()));
      }
      future.completeExceptionally(e);
    } finally {
      promised.remove(future);
      synchronized (underWay) {
        // drain() waits for the future too, which ends after its run has left underWay.
        underWay.notifyAll();
      }
    }
  }

  private RunResult execute(RunRequest request, RunState state, boolean queued, EventSink events) {
    state.start();
    Duration waited = queued ? state.waited() : Duration.ZERO;
    events.emit(new RunStarted(state.run(), waited));
    underWay.add(state);
    if (closed) {
      // A close() may have looked at what is under way before this run was.
      state.cancel();
    }
    try {
      RunServices services = new RunServices(state, waited, events, work, settings.store());
      RunResult result = new PipelineRun(stages, settings.options(), request, services).execute();
      int finalists = result.finalists().size();
      events.emit(new RunFinished(state.run(), finalists, state.elapsed(), state.costs().spent()));
      return result;
    } catch (InterruptedException e) {
      throw cancelled(state, events);
    } catch (RuntimeException | Error e) {
      events.emit(new RunFailed(state.run(), e.getClass().getSimpleName()));
      throw e;
    } finally {
      state.end();
      synchronized (underWay) {
        underWay.remove(state);
        underWay.notifyAll();
      }
    }
  }

  /** Ends what has not begun, and gives what is under way some time. */
  boolean drain(Duration patience) {
    closed = true;
    promised.forEach(RunFuture::endUnlessBegun);
    // The conversion ends at 292 years, where Duration.toNanos() fails.
    long end = System.nanoTime() + Math.max(0, TimeUnit.NANOSECONDS.convert(patience));
    synchronized (underWay) {
      try {
        while (!underWay.isEmpty() || promised.stream().anyMatch(RunFuture::running)) {
          long left = end - System.nanoTime();
          if (left <= 0) {
            return false;
          }
          TimeUnit.NANOSECONDS.timedWait(underWay, Math.max(left, 1_000_000));
        }
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  /** Cancels what is under way or waits, and ends the threads. */
  void close() {
    closed = true;
    underWay.forEach(RunState::cancel);
    queue.close();
    if (ownThreads != null) {
      ownThreads.shutdownNow();
    }
    promised.forEach(RunFuture::endUnlessBegun);
    promised.forEach(RunFuture::end);
  }

  PipelineOptions options() {
    return settings.options();
  }

  boolean isClosed() {
    return closed;
  }

  /** Returns how many runs wait. */
  int queued() {
    return (int) promised.stream().filter(RunFuture::queued).count();
  }

  /** Returns how many runs are under way. */
  int running() {
    return underWay.size();
  }

  private RunState newState(RunRequest request) {
    requireOpen();
    PipelineOptions options = settings.options();
    return new RunState(
        new RunRef(UUID.randomUUID().toString().substring(0, 8), request.brief().label()),
        CallerContext.capture(settings.contextPropagation()),
        settings.clock(),
        options.deadline().orElse(null),
        options.budget());
  }

  private void requireOpen() {
    if (closed) {
      throw closedException();
    }
  }

  private static IllegalStateException closedException() {
    return new IllegalStateException("pipeline is closed");
  }

  private static RunCancelledException cancelled(RunState state, EventSink events) {
    if (!state.cancelled()) {
      Thread.currentThread().interrupt();
    }
    RunCancelledException e = new RunCancelledException("run " + state.runId() + " was cancelled");
    events.emit(new RunFailed(state.run(), e.getClass().getSimpleName()));
    return e;
  }
}
