package org.brandimage.benchmarks.metric;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.brandimage.metric.MsSsim;
import org.brandimage.metric.MsSsimReference;
import org.brandimage.metric.Plane;
import org.brandimage.spi.image.Size;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * MS-SSIM of one grey pair, one thread: the library's against a plain textbook version of the same
 * convention and against OpenCV's vectorised filters, with fresh matrices as its users write it and
 * with all matrices kept. Hypothesis: four maps instead of five, 32-bit floats, rows in a ring and
 * loops that the compiler turns into vector instructions are worth at least a factor of two; a pair
 * that is surely below a threshold costs a quarter.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar MsSsimBenchmark}, and once more with
 * {@code -jvmArgsAppend "--add-modules jdk.incubator.vector"}.
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
  private static final double SAME_ANSWER = 2e-5;

  /** The side of the square pictures, in pixels. */
  @Param({"512", "1024"})
  public int side;

  private double[] first = {};
  private double[] second = {};
  private Plane firstPlane = Plane.of(new Size(1, 1), new float[1]);
  private Plane secondPlane = firstPlane;
  private Plane otherPlane = firstPlane;
  private @Nullable MsSsimReference reference;
  private @Nullable OpenCvMsSsim fresh;
  private @Nullable OpenCvMsSsim kept;

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
    otherPlane = Plane.of(new Size(side, side), shuffled(a));
    reference = MsSsim.reference(firstPlane);
    fresh = OpenCvMsSsim.of(a, b, side, false);
    kept = OpenCvMsSsim.of(a, b, side, true);
    double similarity = MsSsim.of(firstPlane, secondPlane);
    check(similarity, TextbookMsSsim.of(first, second, side, side), SAME_ANSWER);
    check(similarity, reference.similarity(secondPlane), SAME_ANSWER);
    check(similarity, fresh.similarity(), SAME_ANSWER);
    check(similarity, kept.similarity(), SAME_ANSWER);
    if (MsSsim.reaches(firstPlane, otherPlane, 0.9)) {
      throw new IllegalStateException("the rejected pair is alike");
    }
  }

  private static void check(double expected, double actual, double tolerance) {
    if (!(Math.abs(expected - actual) < tolerance)) {
      throw new IllegalStateException("answers differ: " + expected + " and " + actual);
    }
  }

  private static float[] shuffled(float[] values) {
    float[] other = new float[values.length];
    for (int i = 0; i < other.length; i++) {
      other[i] = 255 - values[(int) (i * 7919L % values.length)];
    }
    return other;
  }

  /**
   * The library's.
   *
   * @param cpu the clock
   * @return the similarity
   */
  @Benchmark
  public double library(CpuMillis cpu) {
    return MsSsim.of(firstPlane, secondPlane);
  }

  /**
   * The library's, of a pair that the coarse scales reject.
   *
   * @param cpu the clock
   * @return false
   */
  @Benchmark
  public boolean libraryRejects(CpuMillis cpu) {
    return MsSsim.reaches(firstPlane, otherPlane, 0.9);
  }

  /**
   * The library's, the first picture being compared with many.
   *
   * @param cpu the clock
   * @return the similarity
   */
  @Benchmark
  public double libraryReference(CpuMillis cpu) {
    return Objects.requireNonNull(reference).similarity(secondPlane);
  }

  /**
   * OpenCV's filters, a new matrix for every map.
   *
   * @param cpu the clock
   * @return the similarity
   */
  @Benchmark
  public double openCv(CpuMillis cpu) {
    return Objects.requireNonNull(fresh).similarity();
  }

  /**
   * OpenCV's filters, every matrix kept for the next pair.
   *
   * @param cpu the clock
   * @return the similarity
   */
  @Benchmark
  public double openCvKept(CpuMillis cpu) {
    return Objects.requireNonNull(kept).similarity();
  }

  /**
   * The textbook's.
   *
   * @param cpu the clock
   * @return the similarity
   */
  @Benchmark
  public double textbook(CpuMillis cpu) {
    return TextbookMsSsim.of(first, second, side, side);
  }
}
