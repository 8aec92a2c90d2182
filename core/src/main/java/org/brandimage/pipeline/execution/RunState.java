package org.brandimage.pipeline.execution;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.brandimage.pipeline.event.RunRef;
import org.brandimage.spi.context.Budget;
import org.brandimage.spi.context.CallRecord;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.CostMeter;
import org.brandimage.spi.error.StageTimeoutException;
import org.brandimage.spi.result.PaidResult;
import org.jspecify.annotations.Nullable;

/**
 * What all pieces of work of one run share: identity, the caller's context, clock, cancellation,
 * meter and journal. Its time counts from {@link #start()}; what passes before is the time it
 * waited. Thread-safe.
 */
public final class RunState {
  private final RunRef run;
  private final CallerContext caller;
  private final InstantSource clock;
  private final @Nullable Duration deadline;
  private final CostMeter costs;
  private final List<CallRecord> calls = new ArrayList<>();
  private final WorkLedger work = new WorkLedger(System::nanoTime);
  private Cost reused = Cost.NONE;
  private final Map<Object, Runnable> underWay = new ConcurrentHashMap<>();
  private final long createdNanos = System.nanoTime();
  private volatile long startedNanos;
  private volatile long endedNanos;
  private volatile boolean started;
  private volatile boolean ended;
  private volatile boolean cancelled;

  /**
   * Creates the state of a run that waits.
   *
   * @param run the run
   * @param caller the context of the thread that asked for it
   * @param clock the clock of provenance
   * @param deadline the longest time it may take from its start, or null for no limit
   * @param budget what it may spend
   */
  public RunState(
      RunRef run,
      CallerContext caller,
      InstantSource clock,
      @Nullable Duration deadline,
      Budget budget) {
    this.run = run;
    this.caller = caller;
    this.clock = clock;
    this.deadline = deadline;
    this.costs = CostMeter.capped(budget.cap());
  }

  /** Starts the time of the run. */
  public void start() {
    startedNanos = System.nanoTime();
    started = true;
  }

  /** Stops the time of the run. */
  public void end() {
    endedNanos = System.nanoTime();
    ended = true;
  }

  /**
   * Returns the view of this run that one piece of work gets.
   *
   * @param seed the seed of the piece
   * @return the context
   */
  public RunContext context(long seed) {
    return new RunContext(this, seed, costs, null);
  }

  /** Stops the run: no new call starts, and those under way are interrupted. */
  public void cancel() {
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

  /** {@return the run} */
  public RunRef run() {
    return run;
  }

  /** {@return the id of the run} */
  public String runId() {
    return run.id();
  }

  /** {@return the context of the thread that asked for the run} */
  public CallerContext caller() {
    return caller;
  }

  /** {@return true once the run was cancelled} */
  public boolean cancelled() {
    return cancelled;
  }

  /** {@return the time that threads have worked for each step} */
  public WorkLedger work() {
    return work;
  }

  /** {@return the clock of provenance} */
  public InstantSource clock() {
    return clock;
  }

  /** {@return what the run has spent and may spend} */
  public CostMeter costs() {
    return costs;
  }

  /** {@return the time from the request to the start, up to now while the run waits} */
  public Duration waited() {
    return Duration.ofNanos((started ? startedNanos : System.nanoTime()) - createdNanos);
  }

  /** {@return the time since the start, up to the end; zero while the run waits} */
  public Duration elapsed() {
    long now = ended ? endedNanos : System.nanoTime();
    return started ? Duration.ofNanos(now - startedNanos) : Duration.ZERO;
  }

  /** {@return the time that is left of the deadline, at least zero; empty without a deadline} */
  public Optional<Duration> remaining() {
    if (deadline == null) {
      return Optional.empty();
    }
    Duration left = deadline.minus(elapsed());
    return Optional.of(left.isNegative() ? Duration.ZERO : left);
  }

  /**
   * Ends the calling piece of work when the run is over.
   *
   * @throws InterruptedException when the run was cancelled
   * @throws StageTimeoutException when its deadline has passed
   */
  public void checkActive() throws InterruptedException {
    if (cancelled || Thread.interrupted()) {
      throw new InterruptedException("run " + run.id() + " was cancelled");
    }
    if (deadline != null && elapsed().compareTo(deadline) > 0) {
      throw timedOut();
    }
  }

  StageTimeoutException timedOut() {
    return new StageTimeoutException(deadline == null ? Duration.ZERO : deadline, elapsed());
  }

  /**
   * Adds a call to the journal.
   *
   * @param call a call to a paid service or a model
   */
  public synchronized void record(CallRecord call) {
    calls.add(call);
  }

  /**
   * Adds the bill of a result that was paid for before this run.
   *
   * @param result the result
   */
  synchronized void reuse(PaidResult result) {
    reused = reused.plus(result.cost());
    result.calls().forEach(call -> calls.add(call.asReused()));
  }

  /** {@return what the results that this run reuses have cost earlier runs} */
  public synchronized Cost reused() {
    return reused;
  }

  /** {@return the calls so far, in the order they ended} */
  public synchronized List<CallRecord> calls() {
    return List.copyOf(calls);
  }
}
