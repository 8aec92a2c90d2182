package org.brandimage.benchmarks.metric;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The CPU time of all threads, collector and compiler included, for benchmarks that use several.
 * Both counters are sums over all shots; their quotient is the time of one candidate.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ProcessCpuMillis {
  /** CPU time of all shots in milliseconds. */
  public double cpuMillis;

  /** How many candidates they scored. */
  public long scored;

  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private long start;

  /** For the benchmark runner. */
  public ProcessCpuMillis() {}

  /** Starts the clock. */
  @Setup(Level.Invocation)
  public void start() {
    start = process.getProcessCpuTime();
  }

  /** Stops the clock. */
  @TearDown(Level.Invocation)
  public void stop() {
    cpuMillis += (process.getProcessCpuTime() - start) / 1e6;
  }

  /** Counts candidates that a shot scored. */
  void scored(int count) {
    scored += count;
  }
}
