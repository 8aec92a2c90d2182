package org.brandimage.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.CostMeter;
import org.brandimage.spi.error.StageTimeoutException;
import org.jspecify.annotations.Nullable;

/** What all pieces of work of one run share: identity, clock, cancellation, meter and journal. */
final class RunState {
  private final String runId;
  private final InstantSource clock;
  private final long startedNanos = System.nanoTime();
  private final @Nullable Duration deadline;
  private final CostMeter costs;
  private final List<CallRecord> calls = new ArrayList<>();
  private final Map<Object, Runnable> underWay = new ConcurrentHashMap<>();
  private volatile boolean cancelled;

  RunState(String runId, InstantSource clock, PipelineOptions options) {
    this.runId = runId;
    this.clock = clock;
    this.deadline = options.deadline().orElse(null);
    this.costs = CostMeter.capped(options.budget().cap());
  }

  /** Returns the view of this run that one piece of work gets. */
  RunContext context(long seed) {
    return new RunContext(this, seed, costs);
  }

  /** Stops the run: no new call starts, and those under way are interrupted. */
  void cancel() {
    cancelled = true;
    underWay.values().forEach(Runnable::run);
  }

  /** Makes a piece of work known, so that cancelling the run reaches it. */
  void register(Object handle, Runnable canceller) {
    underWay.put(handle, canceller);
    if (cancelled) {
      canceller.run();
    }
  }

  void unregister(Object handle) {
    underWay.remove(handle);
  }

  boolean cancelled() {
    return cancelled;
  }

  String runId() {
    return runId;
  }

  InstantSource clock() {
    return clock;
  }

  CostMeter costs() {
    return costs;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  Optional<Duration> remaining() {
    if (deadline == null) {
      return Optional.empty();
    }
    Duration left = deadline.minus(elapsed());
    return Optional.of(left.isNegative() ? Duration.ZERO : left);
  }

  void checkActive() throws InterruptedException {
    if (cancelled || Thread.interrupted()) {
      throw new InterruptedException("run " + runId + " was cancelled");
    }
    if (deadline != null && elapsed().compareTo(deadline) > 0) {
      throw timedOut();
    }
  }

  StageTimeoutException timedOut() {
    return new StageTimeoutException(deadline == null ? Duration.ZERO : deadline, elapsed());
  }

  synchronized void record(CallRecord call) {
    calls.add(call);
  }

  synchronized List<CallRecord> calls() {
    return List.copyOf(calls);
  }
}
