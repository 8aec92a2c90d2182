package org.brandimage.benchmarks.retrieve;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The CPU time of the benchmark's thread, beside the wall time that a busy machine stretches. Both
 * counters are sums over a run; their quotient is the time of a query.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuMicros {
  /** CPU time in microseconds. */
  public double cpuMicros;

  /** How many queries there were. */
  public long queries;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long start;

  /** For the benchmark runner. */
  public CpuMicros() {}

  /** Starts the clock. */
  @Setup(Level.Iteration)
  public void start() {
    start = threads.getCurrentThreadCpuTime();
  }

  /** Stops the clock. */
  @TearDown(Level.Iteration)
  public void stop() {
    cpuMicros += (threads.getCurrentThreadCpuTime() - start) / 1e3;
  }
}
