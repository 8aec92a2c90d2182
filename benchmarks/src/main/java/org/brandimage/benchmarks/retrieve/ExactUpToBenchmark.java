package org.brandimage.benchmarks.retrieve;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.brandimage.local.index.BinaryQuantizedIndex;
import org.brandimage.local.index.FlatIndex;
import org.brandimage.local.index.NearestQuery;
import org.brandimage.local.index.Neighbour;
import org.brandimage.local.index.VectorIndex;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * From how many rows on a scan over codes is worth it: both ways to search few rows, from which
 * {@link BinaryQuantizedIndex#EXACT_UP_TO} is taken.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC", "-Dai.djl.offline=true"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // The harness calls setUp before anything else.
public class ExactUpToBenchmark {
  /** What the vectors are; see {@link VectorWorkload#of}. */
  @Param({"clusters", "loose", "sentences"})
  public String data;

  /** How many vectors. */
  @Param({"500", "1000", "2000", "4000", "8000"})
  public int size;

  /** The folder sentence embeddings are kept in. */
  @Param("target/sentences")
  public String sentences;

  private VectorWorkload work;
  private FlatIndex exact;
  private BinaryQuantizedIndex quantized;
  private int turn;

  /** For the benchmark runner. */
  public ExactUpToBenchmark() {}

  /** Makes vectors and indexes, and checks that both find the nearest. */
  @Setup
  public void setUp() throws Exception {
    work = VectorWorkload.of(data, size, Path.of(sentences));
    exact = FlatIndex.over(work.table);
    quantized = BinaryQuantizedIndex.over(work.table, 1, 0);
    double recall = VectorWorkload.recall(work.answers(in(quantized)), work.answers(in(exact)));
    if (recall < 0.98) {
      throw new IllegalStateException("recall@5 is " + recall);
    }
  }

  private static NearestRows in(VectorIndex index) {
    return query ->
        index.nearest(NearestQuery.builder(query, VectorWorkload.WANTED).build()).stream()
            .mapToInt(Neighbour::row)
            .toArray();
  }

  /** Compares with every row. */
  @Benchmark
  public void exact(CpuMicros cpu, Blackhole sink) {
    sink.consume(Arrays.hashCode(in(exact).of(next())));
    cpu.queries++;
  }

  /** Scans codes, however few. */
  @Benchmark
  public void quantized(CpuMicros cpu, Blackhole sink) {
    sink.consume(Arrays.hashCode(in(quantized).of(next())));
    cpu.queries++;
  }

  private float[] next() {
    turn = (turn + 1) % work.queries.length;
    return work.queries[turn];
  }
}
