package org.brandimage.benchmarks.retrieve;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.brandimage.local.index.BinaryQuantizedIndex;
import org.brandimage.local.index.FlatIndex;
import org.brandimage.local.index.NearestQuery;
import org.brandimage.local.index.Neighbour;
import org.brandimage.local.index.VectorIndex;
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
import org.openjdk.jmh.annotations.Timeout;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The five nearest of many vectors of 384 values on one thread: the library's index beside the
 * exact scan, hnswlib-core and JVector, all in one process and by turns, each at several breadths
 * since only rates at the same recall can be compared. One shot answers all queries in every way.
 * Figures are in {@link SearchFigures}; a graph of 100,000 takes a quarter of an hour to build, and
 * at a million none is.
 *
 * <p>Run it with {@code java -jar benchmarks/target/benchmarks.jar VectorSearchBenchmark}; sentence
 * embeddings are made in {@code sentences} the first time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms5g", "-Xmx5g", "-XX:+UseSerialGC", "-Dai.djl.offline=true"})
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Timeout(time = 2, timeUnit = TimeUnit.HOURS) // graphs are built within the first shot's time
@SuppressWarnings("NullAway.Init") // The harness calls setUp before anything else.
public class VectorSearchBenchmark {
  private static final double LEAST_RECALL = 0.98;

  /** What the vectors are; see {@link VectorWorkload#of}. */
  @Param({"clusters", "sentences"})
  public String data;

  /** How many vectors. */
  @Param({"10000", "100000"})
  public int size;

  /** The folder sentence embeddings are kept in. */
  @Param("target/sentences")
  public String sentences;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private VectorWorkload work;
  private FlatIndex exact;
  private BinaryQuantizedIndex quantized;
  private @Nullable HnswlibRival hnswlib;
  private @Nullable JVectorRival jvector;
  private @Nullable Cost hnswlibCost;
  private @Nullable Cost jvectorCost;
  private Cost quantizedCost;
  private int[][] truth;
  private int[][] filteredTruth;

  /** For the benchmark runner. */
  public VectorSearchBenchmark() {}

  /** Makes vectors and indexes, and checks that the library's index finds the nearest. */
  @Setup
  public void setUp() throws Exception {
    work = VectorWorkload.of(data, size, Path.of(sentences));
    exact = FlatIndex.over(work.table);
    quantized = BinaryQuantizedIndex.over(work.table);
    truth = work.answers(in(exact, null));
    filteredTruth = work.answers(in(exact, work.kept));
    NearestRows ours = in(quantized, null);
    quantizedCost = Cost.of(() -> ours.of(work.queries[0]));
    require(work.answers(ours), truth);
    require(work.answers(in(quantized, work.kept)), filteredTruth);
    if (work.hasRivals()) {
      hnswlibCost = Cost.of(() -> hnswlib = new HnswlibRival(work.rows));
      jvectorCost = Cost.of(() -> jvector = new JVectorRival(work.rows));
    }
  }

  private static void require(int[][] found, int[][] truth) {
    double recall = VectorWorkload.recall(found, truth);
    if (recall < LEAST_RECALL) {
      throw new IllegalStateException("recall@5 is " + recall);
    }
  }

  private static NearestRows in(VectorIndex index, @Nullable BitSet within) {
    return query -> {
      NearestQuery.Builder builder = NearestQuery.builder(query, VectorWorkload.WANTED);
      NearestQuery asked = (within == null ? builder : builder.within(within)).build();
      return index.nearest(asked).stream().mapToInt(Neighbour::row).toArray();
    };
  }

  /** Answers all queries in every way. */
  @Benchmark
  public void search(SearchFigures figures) {
    figures.shots = 1;
    figures.exactMicros = timed(in(exact, null), truth).micros;
    Timed ours = timed(in(quantized, null), truth);
    figures.quantizedMicros = ours.micros;
    figures.quantizedRecall = ours.recall;
    Timed filtered = timed(in(quantized, work.kept), filteredTruth);
    figures.quantizedFilteredMicros = filtered.micros;
    figures.quantizedFilteredRecall = filtered.recall;
    figures.exactFilteredMicros = timed(in(exact, work.kept), filteredTruth).micros;
    figures.quantizedBuildSeconds = quantizedCost.cpuSeconds;
    figures.quantizedHeap = quantizedCost.heapMebibytes;
    if (hnswlib != null && hnswlibCost != null) {
      searchHnswlib(hnswlib, figures);
      figures.hnswlibBuildSeconds = hnswlibCost.cpuSeconds;
      figures.hnswlibHeap = hnswlibCost.heapMebibytes;
    }
    if (jvector != null && jvectorCost != null) {
      searchJvector(jvector, figures);
      figures.jvectorBuildSeconds = jvectorCost.cpuSeconds;
      figures.jvectorHeap = jvectorCost.heapMebibytes;
    }
  }

  private void searchHnswlib(HnswlibRival rival, SearchFigures figures) {
    Timed ef20 = timed(rival.breadth(20), truth);
    figures.hnswlib20Micros = ef20.micros;
    figures.hnswlib20Recall = ef20.recall;
    Timed ef50 = timed(rival.breadth(50), truth);
    figures.hnswlib50Micros = ef50.micros;
    figures.hnswlib50Recall = ef50.recall;
    Timed ef100 = timed(rival.breadth(100), truth);
    figures.hnswlib100Micros = ef100.micros;
    figures.hnswlib100Recall = ef100.recall;
    Timed ef200 = timed(rival.breadth(200), truth);
    figures.hnswlib200Micros = ef200.micros;
    figures.hnswlib200Recall = ef200.recall;
  }

  private void searchJvector(JVectorRival rival, SearchFigures figures) {
    Timed kept20 = timed(rival.breadth(20), truth);
    figures.jvector20Micros = kept20.micros;
    figures.jvector20Recall = kept20.recall;
    Timed kept50 = timed(rival.breadth(50), truth);
    figures.jvector50Micros = kept50.micros;
    figures.jvector50Recall = kept50.recall;
    Timed kept100 = timed(rival.breadth(100), truth);
    figures.jvector100Micros = kept100.micros;
    figures.jvector100Recall = kept100.recall;
    Timed kept200 = timed(rival.breadth(200), truth);
    figures.jvector200Micros = kept200.micros;
    figures.jvector200Recall = kept200.recall;
  }

  private Timed timed(NearestRows way, int[][] expected) {
    long start = threads.getCurrentThreadCpuTime();
    int[][] found = work.answers(way);
    double micros = (threads.getCurrentThreadCpuTime() - start) / 1e3 / found.length;
    return new Timed(micros, VectorWorkload.recall(found, expected));
  }

  /** CPU time a query, and how much was found. */
  private record Timed(double micros, double recall) {}
}
