package org.brandimage.benchmarks.compose;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nu.pattern.OpenCV;
import org.brandimage.imaging.compose.Compositor;
import org.brandimage.imaging.compose.Patch;
import org.brandimage.imaging.compose.ScratchCanvas;
import org.brandimage.spi.plan.Candidate;
import org.opencv.core.Core;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * The candidates of a grid, one after another on one thread: canvas, contact shadow and mask. Every
 * shot starts without sprites. Each way works in one canvas that it uses again, on a heap whose
 * pages are there; the rivals begin with a copy of the background, as is usual. Rivals that make a
 * sprite for every candidate cost the same for each, so of 900 candidates they compose every tenth.
 *
 * <p>Single shots, since one may take seconds, with the CPU time of the thread for each picture.
 * Run it with {@code java -jar benchmarks/target/benchmarks.jar ComposeBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1500m", "-Xmx1500m", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@SuppressWarnings("NullAway.Init") // The harness calls setUp before anything else.
public class ComposeBenchmark {
  private static final int EVERY = 10;

  /** Side of the square canvas in pixels. */
  @Param({"1024", "2048"})
  public int side;

  /** Candidates of the grid. */
  @Param({"9", "900"})
  public int candidates;

  private ComposeWorkload work;
  private List<Candidate> some;
  private UsualJava2dRival java2d;
  private Java2dRival java2dTuned;
  private Java2dRival java2dCached;
  private ThumbnailatorRival thumbnailator;
  private OpenCvRival openCv;
  private OpenCvRival openCvCached;
  private int[] canvas;
  private int[] background;
  private BitSet mask;
  private ExecutorService two;

  /** Draws the inputs, plans the grid, and checks that all ways compose the same pictures. */
  @Setup
  public void setUp() {
    OpenCV.loadLocally();
    Core.setNumThreads(1);
    work = new ComposeWorkload(side, candidates);
    some =
        candidates < 100
            ? work.grid
            : work.grid.stream().filter(c -> work.grid.indexOf(c) % EVERY == 0).toList();
    java2d = new UsualJava2dRival(work);
    java2dTuned = new Java2dRival(work, false);
    java2dCached = new Java2dRival(work, true);
    thumbnailator = new ThumbnailatorRival(work);
    openCv = new OpenCvRival(work, false);
    openCvCached = new OpenCvRival(work, true);
    background = work.background.toArgb();
    canvas = background.clone();
    mask = new BitSet(canvas.length);
    two = Executors.newFixedThreadPool(2);
    ComposeAnswers.check(
        work, List.of(java2d, java2dTuned, java2dCached, thumbnailator, openCv, openCvCached));
  }

  /** Ends the threads. */
  @TearDown
  public void tearDown() {
    two.shutdownNow();
  }

  /** Shows every candidate on one canvas of the library, which undoes the one before. */
  @Benchmark
  public void scratchCanvas(Blackhole hole, CpuTime cpu) {
    ScratchCanvas scratch = work.compositor().scratchCanvas(canvas);
    for (Candidate candidate : work.grid) {
      scratch.show(candidate);
      hole.consume(scratch);
    }
    cpu.made(work.grid.size());
  }

  /** Makes the library's patch of every candidate, with memory of its own. */
  @Benchmark
  public void patches(Blackhole hole, CpuTime cpu) {
    Compositor compositor = work.compositor();
    for (Candidate candidate : work.grid) {
      hole.consume(compositor.patch(candidate));
    }
    cpu.made(work.grid.size());
  }

  /** Makes the patches on two threads; compare the wall time with {@link #patches}. */
  @Benchmark
  public void patchesOnTwoThreads(Blackhole hole, CpuTime cpu) throws Exception {
    Compositor compositor = work.compositor();
    int half = work.grid.size() / 2;
    Future<?> first = two.submit(() -> patches(compositor, work.grid.subList(0, half), hole));
    Future<?> second =
        two.submit(() -> patches(compositor, work.grid.subList(half, work.grid.size()), hole));
    first.get();
    second.get();
    cpu.made(work.grid.size());
  }

  private static void patches(Compositor compositor, List<Candidate> grid, Blackhole hole) {
    for (Candidate candidate : grid) {
      Patch patch = compositor.patch(candidate);
      hole.consume(patch);
    }
  }

  /** Writes whole canvases into memory that is used again. */
  @Benchmark
  public void pooledCanvases(Blackhole hole, CpuTime cpu) {
    Compositor compositor = work.compositor();
    for (Candidate candidate : work.grid) {
      compositor.render(candidate, canvas);
      hole.consume(canvas);
    }
    cpu.made(work.grid.size());
  }

  /** Copies the background into a canvas that is used again and clears a mask: the floor. */
  @Benchmark
  public void copyFloor(Blackhole hole, CpuTime cpu) {
    for (int i = 0; i < work.grid.size(); i++) {
      System.arraycopy(background, 0, canvas, 0, canvas.length);
      mask.clear();
      hole.consume(canvas);
    }
    cpu.made(work.grid.size());
  }

  /** Java2D as usually written: a transform and a painted shadow for every candidate. */
  @Benchmark
  public void java2d(Blackhole hole, CpuTime cpu) {
    render(java2d, some, hole, cpu);
  }

  /** Java2D in its fastest formats with a given shadow, a transform for every candidate. */
  @Benchmark
  public void java2dTuned(Blackhole hole, CpuTime cpu) {
    render(java2dTuned, some, hole, cpu);
  }

  /** Java2D, a sprite for every rotation. */
  @Benchmark
  public void java2dCached(Blackhole hole, CpuTime cpu) {
    java2dCached.clear();
    render(java2dCached, work.grid, hole, cpu);
  }

  /** Thumbnailator for every candidate. */
  @Benchmark
  public void thumbnailator(Blackhole hole, CpuTime cpu) {
    render(thumbnailator, some, hole, cpu);
  }

  /** OpenCV, a warp for every candidate. */
  @Benchmark
  public void openCv(Blackhole hole, CpuTime cpu) {
    render(openCv, some, hole, cpu);
  }

  /** OpenCV, a sprite for every rotation: the strongest rival. */
  @Benchmark
  public void openCvCached(Blackhole hole, CpuTime cpu) {
    openCvCached.clear();
    render(openCvCached, work.grid, hole, cpu);
  }

  private static void render(Rival rival, List<Candidate> grid, Blackhole hole, CpuTime cpu) {
    for (Candidate candidate : grid) {
      rival.render(candidate);
      hole.consume(rival);
    }
    cpu.made(grid.size());
  }
}
