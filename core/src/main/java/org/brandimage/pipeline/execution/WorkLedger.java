package org.brandimage.pipeline.execution;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.brandimage.spi.context.StageId;

/**
 * The time that threads have worked for each step, summed over all its pieces. Pictures are opened
 * when they are needed, so a part of what one step does may be the work of another: {@link
 * #attribute} counts it there. Thread-safe.
 */
public final class WorkLedger {
  private final LongSupplier nanos;
  private final Map<StageId, LongAdder> worked;

  /**
   * Work that counts for a step.
   *
   * @param <T> the result
   */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * Does the work.
     *
     * @return the result
     * @throws InterruptedException when the run is cancelled
     */
    T doIt() throws InterruptedException;
  }

  /**
   * Creates an empty ledger.
   *
   * @param nanos a clock that never goes back, in nanoseconds
   */
  public WorkLedger(LongSupplier nanos) {
    this.nanos = nanos;
    EnumMap<StageId, LongAdder> adders = new EnumMap<>(StageId.class);
    for (StageId id : StageId.values()) {
      adders.put(id, new LongAdder());
    }
    this.worked = Collections.unmodifiableMap(adders);
  }

  /**
   * Does work and counts its time for a step.
   *
   * @param <T> the result
   * @param id the step
   * @param work the work
   * @return its result
   * @throws InterruptedException when the run is cancelled
   */
  public <T> T count(StageId id, Work<T> work) throws InterruptedException {
    long started = nanos.getAsLong();
    try {
      return work.doIt();
    } finally {
      adder(id).add(nanos.getAsLong() - started);
    }
  }

  /**
   * Does work within a step and counts its time for the step that causes it instead.
   *
   * @param <T> the result
   * @param within the step whose time is being counted
   * @param cause the step that the work belongs to
   * @param work the work
   * @return its result
   * @throws InterruptedException when the run is cancelled
   */
  public <T> T attribute(StageId within, StageId cause, Work<T> work) throws InterruptedException {
    long started = nanos.getAsLong();
    try {
      return work.doIt();
    } finally {
      long took = nanos.getAsLong() - started;
      adder(cause).add(took);
      adder(within).add(-took);
    }
  }

  /** {@return the time worked for each step that had work, in their order} */
  public Map<StageId, Duration> worked() {
    EnumMap<StageId, Duration> times = new EnumMap<>(StageId.class);
    worked.forEach(
        (id, adder) -> {
          long sum = Math.max(0, adder.sum());
          if (sum > 0) {
            times.put(id, Duration.ofNanos(sum));
          }
        });
    return times;
  }

  private LongAdder adder(StageId id) {
    return Objects.requireNonNull(worked.get(id));
  }
}
