package org.brandimage.benchmarks.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to measure a generation of candidates of 1024 pixels: fidelity before and after the
 * product's pixels are put back, and the whole baseline of measured guidelines. Hypothesis: no
 * state is shared, so the time grows with the number of candidates and halves with two threads.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar CandidateScoreBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
// Nine candidates make the loops hot; the shots after them are alike.
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(
    value = 1,
    jvmArgs = {"-Xms2g", "-Xmx2g"})
public class CandidateScoreBenchmark {
  /** How many candidates. */
  @Param({"9", "900"})
  public int candidates;

  /** How many threads. */
  @Param({"1", "2"})
  public int threads;

  private final List<ScoredCandidate> pictures = new ArrayList<>();
  private ExecutorService executor = Executors.newFixedThreadPool(1);

  /** For the benchmark runner. */
  public CandidateScoreBenchmark() {}

  /**
   * Makes nine pictures, which stand for as many as are asked for, and checks their answers.
   *
   * @throws InterruptedException never
   */
  @Setup
  public void prepare() throws InterruptedException {
    executor.shutdown();
    executor = Executors.newFixedThreadPool(threads);
    for (int i = 0; i < 9; i++) {
      ScoredCandidate candidate = ScoredCandidate.at(360 + 150 * (i % 3), 480 + 120 * (i / 3));
      if (candidate.failures() != 0) {
        throw new IllegalStateException("a faithful picture fails: " + candidate.failures());
      }
      pictures.add(candidate);
    }
  }

  /** Stops the threads. */
  @TearDown
  public void stop() {
    executor.shutdown();
  }

  /**
   * Measures all candidates.
   *
   * @return how many required guidelines failed
   * @throws Exception when a measurement fails
   */
  @Benchmark
  public int score() throws Exception {
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < candidates; i++) {
      work.add(pictures.get(i % pictures.size())::failures);
    }
    int failures = 0;
    for (Future<Integer> result : executor.invokeAll(work)) {
      failures += result.get();
    }
    return failures;
  }
}
