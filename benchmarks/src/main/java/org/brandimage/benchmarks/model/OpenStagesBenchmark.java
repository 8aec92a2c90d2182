package org.brandimage.benchmarks.model;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.brandimage.benchmarks.metric.ProcessCpuMillis;
import org.brandimage.local.LocalStages;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Opening the local stages over the sample library in a fresh JVM: the wall time, and the CPU time
 * of all threads. Models are loaded with the first request and are no part of it.
 *
 * <p>Run from the project's folder: {@code java -jar benchmarks/target/benchmarks.jar
 * OpenStagesBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(5)
public class OpenStagesBenchmark {
  @Param("examples/sample-library/src/main/resources/library")
  private String library = "";

  /** For the benchmark runner. */
  public OpenStagesBenchmark() {}

  @Benchmark
  public String open(ProcessCpuMillis cpu) {
    try (LocalStages stages = LocalStages.open(Path.of(library))) {
      return stages.name();
    }
  }
}
