package org.brandimage.imaging.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.brandimage.imaging.Samples;
import org.brandimage.imaging.layout.Placer;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.ProductCutouts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grids that would need gigabytes as decoded pictures, in virtual machines with a small heap. */
@Tag("slow")
class CompositionMemoryTest {
  @TempDir private Path folder;

  @Test
  void render_tenThousandCandidatesOneAfterAnother_fitInto256Megabytes() throws Exception {
    // 10,000 references of 512 x 512 would be 10.5 GB.
    assertThat(fork("256m", "512", "10000")).endsWith("10000 candidates");
  }

  @Test
  void render_largeCanvases_fitInto512Megabytes() throws Exception {
    // 90 references, layers and masks of 2048 x 2048 would be 3 GB.
    assertThat(fork("512m", "2048", "90")).endsWith("90 candidates");
  }

  private String fork(String heap, String side, String count) throws Exception {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-cp",
                System.getProperty("java.class.path"),
                CompositionMemoryTest.class.getName(),
                side,
                count)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(4, TimeUnit.MINUTES)).as("ended in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return read(output).strip();
  }

  private static String read(Path output) throws IOException {
    return Files.readString(output);
  }

  /**
   * Plans and renders a grid; runs in the small virtual machine.
   *
   * @param args the side of the canvas and the number of candidates
   */
  public static void main(String[] args) {
    int side = Integer.parseInt(args[0]);
    int count = Integer.parseInt(args[1]);
    ProductCutouts product =
        Samples.product(
            "vase", Samples.ellipse(600, 800, 0x607010), Samples.ellipse(800, 500, 0x107060));
    List<ProductCutouts> products = List.of(product);
    ImageSource scene = ImageSource.of(Samples.opaqueNoise(700, 500, 1));
    List<Double> rotations = IntStream.range(-25, 25).mapToObj(i -> i * 1.5).toList();
    Grid grid = new Grid(40, 5, rotations, List.of(0.5, 0.75, 1.0), count);
    List<List<Size>> sizes =
        List.of(List.of(new Size(side / 4, side / 3), new Size(side * 2 / 5, side / 4)));
    List<Candidate> candidates =
        new ArrayList<>(Placer.of(new CanvasSize(side, side), 0.04, grid).place(products, sizes));
    Compositor compositor = Compositor.of(new CanvasSize(side, side), products, scene);
    for (Candidate candidate : candidates) {
      RasterImage layer = compositor.productLayer(candidate).raster();
      RasterImage reference = compositor.reference(candidate).raster();
      int kept = compositor.mask(candidate).keptPixels();
      if (kept == 0 || !layer.size().equals(reference.size())) {
        throw new IllegalStateException("nothing kept in " + candidate);
      }
    }
    System.out.println(candidates.size() + " candidates");
  }
}
