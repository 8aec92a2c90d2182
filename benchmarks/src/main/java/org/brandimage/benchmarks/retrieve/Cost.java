package org.brandimage.benchmarks.retrieve;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * What it took to make something: CPU time of the whole process, garbage collection and compilation
 * included, and the heap that is in use afterwards beyond what was before.
 */
final class Cost {
  final double cpuSeconds;
  final double heapMebibytes;

  /** What was made, so that it is not collected before the heap is measured. */
  final Object made;

  private Cost(Object made, double cpuSeconds, double heapMebibytes) {
    this.made = made;
    this.cpuSeconds = cpuSeconds;
    this.heapMebibytes = heapMebibytes;
  }

  /** Makes something. */
  static Cost of(Callable<?> making) throws Exception {
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double before = heap();
    long start = process.getProcessCpuTime();
    Object made = making.call();
    double seconds = (process.getProcessCpuTime() - start) / 1e9;
    return new Cost(made, seconds, heap() - before);
  }

  private static double heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / (double) (1 << 20);
  }
}
