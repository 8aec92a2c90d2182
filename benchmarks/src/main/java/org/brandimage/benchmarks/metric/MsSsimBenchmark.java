package org.brandimage.benchmarks.metric;

import java.util.concurrent.TimeUnit;
import org.brandimage.metric.MsSsim;
import org.brandimage.metric.Plane;
import org.brandimage.spi.image.Size;
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

/**
 * MS-SSIM of one grey pair, one thread: the library's against a plain textbook version of the same
 * convention. Hypothesis: four maps instead of five, 32-bit floats, rows in a ring and loops that
 * the compiler turns into vector instructions are worth at least a factor of two.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar MsSsimBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
// The loops reach their final compilation within the first second.
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgs = {"-Xms1g", "-Xmx1g"})
public class MsSsimBenchmark {
  private static final double SAME_ANSWER = 1e-5;

  /** The side of the square pictures, in pixels. */
  @Param({"512", "1024"})
  public int side;

  private double[] first = {};
  private double[] second = {};
  private Plane firstPlane = Plane.of(new Size(1, 1), new float[1]);
  private Plane secondPlane = firstPlane;

  /** For the benchmark runner. */
  public MsSsimBenchmark() {}

  /** Makes a textured pair and checks that both versions give the same answer. */
  @Setup
  public void prepare() {
    first = new double[side * side];
    second = new double[side * side];
    float[] a = new float[side * side];
    float[] b = new float[side * side];
    int state = 1;
    for (int i = 0; i < a.length; i++) {
      int x = i % side;
      int y = i / side;
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      a[i] = ((x * x + 3 * y * y) / 97 + 40 * ((x / 24 + y / 24) % 2)) % 256;
      b[i] = Math.max(0, Math.min(255, a[i] + ((state >> 16) & 0xff) % 25 - 12));
      first[i] = a[i];
      second[i] = b[i];
    }
    firstPlane = Plane.of(new Size(side, side), a);
    secondPlane = Plane.of(new Size(side, side), b);
    double difference = Math.abs(library() - textbook());
    if (!(difference < SAME_ANSWER)) {
      throw new IllegalStateException("answers differ by " + difference);
    }
  }

  /**
   * The library's.
   *
   * @return the similarity
   */
  @Benchmark
  public double library() {
    return MsSsim.of(firstPlane, secondPlane);
  }

  /**
   * The textbook's.
   *
   * @return the similarity
   */
  @Benchmark
  public double textbook() {
    return TextbookMsSsim.of(first, second, side, side);
  }
}
