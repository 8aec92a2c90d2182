package org.brandimage.benchmarks.scene;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.imaging.scene.GroundPlacer;
import org.brandimage.imaging.scene.SceneFit;
import org.brandimage.imaging.scene.SceneFraming;
import org.brandimage.scene.ClassicalSceneReader;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.scene.SceneMap;
import org.brandimage.spi.scene.SceneRequest;
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
 * What a run pays for standing products on the ground of a photo of 1600 pixels: the map once for a
 * background, its crop once for a canvas, and nine candidates. Run it with {@code java -jar
 * benchmarks/target/benchmarks.jar SceneBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // The harness calls setUp before anything else.
public class SceneBenchmark {
  private static final CanvasSize CANVAS = new CanvasSize(1024, 1024);
  private static final double MARGIN = 0.04;

  private final ClassicalSceneReader reader = new ClassicalSceneReader();
  private final List<Double> heightCm = List.of(13.0);
  private final List<Double> aspect = List.of(2.2);
  private SceneRequest request;
  private SceneMap map;
  private SceneFit fit;
  private List<ProductCutouts> products;

  /** A photo; without one a room of tiles is drawn. */
  @Param("")
  public String photo;

  /** Opens the photo, which stays decoded. */
  @Setup
  public void setUp() throws InterruptedException {
    RasterImage picture =
        photo.isEmpty() ? room() : ImageDecoder.create().open(Path.of(photo), photo).raster();
    request = SceneRequest.of("street", ImageSource.of(picture)).withDescription("an urban street");
    map = reader.read(request, StageContext.standalone());
    fit = SceneFraming.of(map, CANVAS, heightCm, aspect, MARGIN);
    RasterImage shoe = RasterImage.filled(new Size(440, 200), 0xFF808080);
    products = List.of(ProductCutouts.of("shoe", new Cutout(ImageSource.of(shoe), 1, "filled")));
  }

  /** A noisy wall over a floor of tiles in perspective. */
  private static RasterImage room() {
    Size size = new Size(1600, 1200);
    Random noise = new Random(1);
    int[] argb = new int[Math.toIntExact(size.pixels())];
    for (int i = 0; i < argb.length; i++) {
      int y = i / size.width();
      int level = 190 - y / 20;
      if (y > 600) {
        double depth = 300.0 / (y - 599);
        double across = (i % size.width() - 800) * depth / 60;
        boolean dark = (long) Math.floor(across) + (long) Math.floor(depth * 12) % 2 == 0;
        level = dark ? 90 : 130;
      }
      int grey = Math.max(0, Math.min(255, level + noise.nextInt(17) - 8));
      argb[i] = 0xFF000000 | grey << 16 | grey << 8 | grey;
    }
    return RasterImage.of(size, argb);
  }

  /** Reads the photo, which is decoded. */
  @Benchmark
  public SceneMap map() throws InterruptedException {
    return reader.read(request, StageContext.standalone());
  }

  /** Chooses the part of the photo to show. */
  @Benchmark
  public SceneFit framing() {
    return SceneFraming.of(map, CANVAS, heightCm, aspect, MARGIN);
  }

  /** Solves the nine cells of the usual grid. */
  @Benchmark
  public GroundPlacer.Layout nineCandidates() {
    return GroundPlacer.of(fit.view(), MARGIN, List.of(), Grid.DEFAULT)
        .place(products, heightCm, 1);
  }
}
