package org.brandimage.benchmarks.compose;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The CPU time of the benchmark's thread beside its wall time, for machines that do other work as
 * well. Both counters are sums over all shots; their quotient is the time of one picture.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {
  /** CPU time of all shots in milliseconds. */
  public double cpuMillis;

  /** How many pictures they made. */
  public long pictures;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long start;

  /** Starts the clock. */
  @Setup(Level.Invocation)
  public void start() {
    start = threads.getCurrentThreadCpuTime();
  }

  /** Stops the clock. */
  @TearDown(Level.Invocation)
  public void stop() {
    cpuMillis += (threads.getCurrentThreadCpuTime() - start) / 1e6;
  }

  /** Counts pictures that a shot made. */
  void made(int count) {
    pictures += count;
  }
}
