package org.brandimage.benchmarks.metric;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.brandimage.local.model.ModelStore;
import org.brandimage.local.vision.NimaRanker;
import org.jspecify.annotations.Nullable;
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
 * What it costs to score a generation of candidates of 1024 pixels: fidelity before and after the
 * product's pixels are put back, the whole baseline of measured guidelines, and NIMA's aesthetic
 * score if a folder of model files is given; it says so when none is. Hypothesis: no state is
 * shared, so the time grows with the number of candidates and halves with two threads, but for
 * NIMA, whose network takes a thread a core by itself.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar CandidateScoreBenchmark -p
 * models=../shared/models}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
// Enough for 900 candidates; give -wi 6 for nine, whose loops are not hot before.
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(
    value = 1,
    jvmArgs = {"-Xms2g", "-Xmx2g"})
public class CandidateScoreBenchmark {
  /** How many candidates. */
  @Param({"9", "900"})
  public int candidates;

  /** The folder of model files, or none. */
  @Param("none")
  public String models = "";

  /** How many threads. */
  @Param({"1", "2"})
  public int threads;

  private final List<ScoredCandidate> pictures = new ArrayList<>();
  private ExecutorService executor = Executors.newFixedThreadPool(1);
  private @Nullable NimaRanker nima;

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
    if (models.equals("none")) {
      System.out.println("# without NIMA: no folder of models is given");
    } else {
      nima = NimaRanker.aesthetic(ModelStore.open(Path.of(models)));
    }
    for (int i = 0; i < 9; i++) {
      ScoredCandidate candidate = ScoredCandidate.at(360 + 150 * (i % 3), 480 + 120 * (i / 3));
      if (candidate.failures() != 0) {
        throw new IllegalStateException("a faithful picture fails: " + candidate.failures());
      }
      if (nima != null && !(candidate.beauty(nima) > 1 && candidate.beauty(nima) < 10)) {
        throw new IllegalStateException("no rating: " + candidate.beauty(nima));
      }
      pictures.add(candidate);
    }
  }

  /** Stops the threads. */
  @TearDown
  public void stop() {
    executor.shutdown();
    if (nima != null) {
      nima.close();
    }
  }

  /**
   * Scores all candidates.
   *
   * @param cpu counts them
   * @return how many required guidelines failed, and the ratings
   * @throws Exception when a measurement fails
   */
  @Benchmark
  public double score(ProcessCpuMillis cpu) throws Exception {
    List<Callable<Double>> work = new ArrayList<>();
    for (int i = 0; i < candidates; i++) {
      ScoredCandidate candidate = pictures.get(i % pictures.size());
      work.add(() -> candidate.failures() + (nima == null ? 0 : candidate.beauty(nima)));
    }
    double sum = 0;
    for (Future<Double> result : executor.invokeAll(work)) {
      sum += result.get();
    }
    cpu.scored(candidates);
    return sum;
  }
}
