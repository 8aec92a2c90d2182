package org.brandimage.benchmarks.metric;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The CPU time of the benchmark's thread, beside the wall time that a busy machine stretches. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuMillis {
  /** CPU time of all calls in milliseconds. */
  public double cpuMillis;

  /** How many calls there were. */
  public long calls;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long start;

  /** For the benchmark runner. */
  public CpuMillis() {}

  /** Starts the clock. */
  @Setup(Level.Invocation)
  public void start() {
    start = threads.getCurrentThreadCpuTime();
  }

  /** Stops the clock. */
  @TearDown(Level.Invocation)
  public void stop() {
    cpuMillis += (threads.getCurrentThreadCpuTime() - start) / 1e6;
    calls++;
  }
}
