package org.brandimage.benchmarks.compose;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.brandimage.imaging.Compositor;
import org.brandimage.imaging.Placer;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.ProductCutouts;
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
 * The references of a whole grid, one after another on one thread, sprites included: every
 * operation starts with an empty cache. The hypothesis is that a sprite made once and copied beats
 * a transform for every candidate although its kernel costs more, and that a large grid costs
 * little more than copying its canvases ({@code copyFloor}).
 *
 * <p>Each candidate is a fresh canvas that is dropped at once, as in a run. Single shots, since an
 * operation takes up to seconds; two warm-ups compile the loops. Run it with {@code java -jar
 * benchmarks/target/benchmarks.jar GridBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@SuppressWarnings("NullAway.Init") // The harness calls setUp before anything else.
public class GridBenchmark {
  /** Side of the square canvas in pixels. */
  @Param({"1024", "2048"})
  public int side;

  /** Candidates of the grid. */
  @Param({"9", "900"})
  public int candidates;

  private CanvasSize canvas;
  private List<ProductCutouts> products;
  private ImageSource scene;
  private List<Candidate> grid;
  private RasterImage background;
  private BufferedImage cutoutImage;
  private BufferedImage backgroundImage;

  /** Draws the inputs, plans the grid, and checks that both ways compose the same picture. */
  @Setup
  public void setUp() {
    canvas = new CanvasSize(side, side);
    RasterImage cutout = ComposeWorkload.vase(1200, 1600);
    products = List.of(ComposeWorkload.product(cutout));
    scene = ImageSource.of(ComposeWorkload.scene(1500, 1200));
    Grid search =
        candidates == 9
            ? Grid.DEFAULT
            : new Grid(
                30,
                6,
                List.of(0.0, 5.0, -5.0, 10.0, -10.0, 15.0, -15.0, 20.0, -20.0),
                List.of(1.0),
                candidates);
    Size size = new Size(side * 3 / 10, side * 4 / 10);
    grid = Placer.of(canvas.size(), 0.04, search).place(products, List.of(List.of(size)));
    background = Compositor.of(canvas, products, scene).background().raster();
    cutoutImage = image(cutout, BufferedImage.TYPE_INT_ARGB_PRE);
    backgroundImage = image(background, BufferedImage.TYPE_INT_RGB);
    check();
  }

  /** Composes every reference with the library. */
  @Benchmark
  public void compositor(Blackhole hole, CpuTime cpu) {
    Compositor compositor = Compositor.of(canvas, products, ImageSource.of(background));
    for (Candidate candidate : grid) {
      hole.consume(compositor.reference(candidate).raster());
    }
  }

  /** Composes every reference as a textbook does: one bilinear transform a candidate. */
  @Benchmark
  public void java2d(Blackhole hole, CpuTime cpu) {
    for (Candidate candidate : grid) {
      hole.consume(draw(candidate));
    }
  }

  /** Copies the background once a candidate: no composition into fresh canvases can be faster. */
  @Benchmark
  public void copyFloor(Blackhole hole, CpuTime cpu) {
    for (int i = 0; i < grid.size(); i++) {
      hole.consume(background.toArgb());
    }
  }

  private BufferedImage draw(Candidate candidate) {
    BufferedImage result = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = result.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(backgroundImage, 0, 0, null);
    for (Placement placement : candidate.placements()) {
      Box box = placement.box();
      AffineTransform transform = new AffineTransform();
      transform.translate(box.x() + box.width() / 2.0, box.y() + box.height() / 2.0);
      transform.rotate(-Math.toRadians(placement.rotation()));
      transform.scale(
          (double) placement.width() / cutoutImage.getWidth(),
          (double) placement.height() / cutoutImage.getHeight());
      transform.translate(-cutoutImage.getWidth() / 2.0, -cutoutImage.getHeight() / 2.0);
      graphics.drawImage(cutoutImage, transform, null);
    }
    graphics.dispose();
    return result;
  }

  private void check() {
    if (grid.size() != candidates) {
      throw new IllegalStateException("the grid must have " + candidates + ": " + grid.size());
    }
    Compositor compositor = Compositor.of(canvas, products, ImageSource.of(background));
    for (Candidate candidate : List.of(grid.get(0), grid.get(4), grid.get(8))) {
      RasterImage ours = compositor.reference(candidate).raster();
      BufferedImage theirs = draw(candidate);
      Box box = candidate.placements().get(0).box();
      double product = ComposeWorkload.meanDifference(ours, theirs, box);
      double whole = ComposeWorkload.meanDifference(ours, theirs, ours.size().bounds());
      // The kernels differ, a wrong place or angle would be off by tens of levels.
      if (product > 4 || whole > product) {
        throw new IllegalStateException(
            candidate.id() + " differs by " + product + " levels, canvas " + whole);
      }
      double missing = ComposeWorkload.meanDifference(background, theirs, box);
      if (missing < 10 * product) {
        throw new IllegalStateException(candidate.id() + " hardly shows: " + missing);
      }
    }
  }

  private static BufferedImage image(RasterImage raster, int type) {
    BufferedImage image = new BufferedImage(raster.width(), raster.height(), type);
    image.setRGB(0, 0, raster.width(), raster.height(), raster.toArgb(), 0, raster.width());
    return image;
  }
}
