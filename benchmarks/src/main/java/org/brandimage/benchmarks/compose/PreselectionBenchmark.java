package org.brandimage.benchmarks.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.brandimage.imaging.codec.PngWriter;
import org.brandimage.local.LocalStages;
import org.brandimage.pipeline.BrandImagePipeline;
import org.brandimage.pipeline.PipelineOptions;
import org.brandimage.pipeline.RoundOptions;
import org.brandimage.pipeline.event.PipelineEvent;
import org.brandimage.pipeline.event.PipelineEvent.StageCompleted;
import org.brandimage.pipeline.event.PipelineEvent.StageStarted;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.pipeline.result.RunResult;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * What it costs a run to score some 3,500 composites of 1024 pixels before it chooses those to
 * outpaint, and whether the scores are computed on all threads: the time between the two events of
 * that step in a run of the local stages. The run is held at the first event until the measurement
 * begins.
 *
 * <p>Run: {@code java -jar benchmarks/target/benchmarks.jar PreselectionBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
@Fork(
    value = 5,
    jvmArgs = {"-Xms2g", "-Xmx2g"})
public class PreselectionBenchmark {
  private static final int LEAST_COMPOSITES = 3_500;

  /** How many threads the pipeline has. */
  @Param({"1", "2"})
  public int threads;

  private Path library = Path.of("");
  private @Nullable LocalStages stages;
  private @Nullable BrandImagePipeline pipeline;
  private CompletableFuture<RunResult> run = new CompletableFuture<>();
  private CountDownLatch reached = new CountDownLatch(1);
  private CountDownLatch released = new CountDownLatch(1);
  private CountDownLatch completed = new CountDownLatch(1);
  private int composites;

  /** For the benchmark runner. */
  public PreselectionBenchmark() {}

  /** Draws a library of one product and one place. */
  @Setup
  public void open() throws IOException {
    library = Files.createTempDirectory("preselection");
    write("products/mug.png", new Size(300, 320), PreselectionBenchmark::mug);
    write("backgrounds/kitchen table.png", new Size(1200, 1200), PreselectionBenchmark::table);
    stages = LocalStages.open(library);
    pipeline =
        BrandImagePipeline.builder()
            .stages(stages)
            .addListener(this::hear)
            .options(
                PipelineOptions.builder()
                    .threads(threads)
                    .rounds(RoundOptions.DEFAULT.withOutpaintBest(3))
                    .build())
            .build();
  }

  /** Brings a run to the beginning of the step. */
  @Setup(Level.Invocation)
  public void reach() throws InterruptedException {
    reached = new CountDownLatch(1);
    released = new CountDownLatch(1);
    completed = new CountDownLatch(1);
    Grid grid = Grid.DEFAULT.withSections(60, 47);
    run =
        Objects.requireNonNull(pipeline)
            .runAsync(
                CampaignBrief.builder("a mug on a kitchen table")
                    .canvases(List.of(new CanvasSize(1024, 1024)))
                    .grid(grid)
                    .build());
    reached.await();
    if (composites < LEAST_COMPOSITES) {
      throw new IllegalStateException("only " + composites + " composites are scored");
    }
  }

  /** The step. */
  @Benchmark
  public int preselect() throws InterruptedException {
    released.countDown();
    completed.await();
    return composites;
  }

  /** Lets the run end and looks at what was chosen. */
  @TearDown(Level.Invocation)
  public void end() {
    long left =
        run.join().candidates().stream().filter(one -> one.fate() == Fate.NOT_SELECTED).count();
    if (left != composites - 3) {
      throw new IllegalStateException(left + " of " + composites + " were not selected");
    }
  }

  /** Ends it all. */
  @TearDown
  public void close() throws IOException {
    Objects.requireNonNull(pipeline).close();
    Objects.requireNonNull(stages).close();
    try (Stream<Path> files = Files.walk(library)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void hear(PipelineEvent event) {
    if (event instanceof StageStarted started && started.stage() == StageId.PRESELECT) {
      composites = started.total();
      reached.countDown();
      awaitRelease();
    } else if (event instanceof StageCompleted done && done.stage() == StageId.PRESELECT) {
      completed.countDown();
    }
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A colour for each pixel. */
  private interface Drawing {
    int at(int x, int y);
  }

  private void write(String name, Size size, Drawing drawing) {
    int[] argb = new int[size.width() * size.height()];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = drawing.at(i % size.width(), i / size.width());
    }
    try {
      Path file = library.resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      Files.write(file, PngWriter.create().encode(RasterImage.adopt(size, argb)).bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int mug(int x, int y) {
    boolean body = x < 220 && y > 10;
    boolean handle = Math.abs(Math.hypot(x - 220, y - 160) - 60) < 14;
    return body || handle ? 0xFF000000 | (180 + x / 6) << 16 | (40 + y / 8) << 8 | 60 : 0;
  }

  private static int table(int x, int y) {
    int grain = (x * 7 + y * 13) % 11;
    return 0xFF000000 | (150 + grain + y / 40) << 16 | (120 + grain) << 8 | (90 + x / 60);
  }
}
