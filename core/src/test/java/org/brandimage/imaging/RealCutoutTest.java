package org.brandimage.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.imaging.compose.Compositor;
import org.brandimage.imaging.cutout.AlphaCutoutMaker;
import org.brandimage.imaging.layout.Placer;
import org.brandimage.imaging.mask.MaskMorphology;
import org.brandimage.imaging.restore.ProductRestorer;
import org.brandimage.imaging.restore.RestoreMode;
import org.brandimage.imaging.restore.RestoredImage;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.ProductCutouts;
import org.junit.jupiter.api.Test;

/**
 * Real cut-outs with imperfect edges, restored over light and dark scenes whose generator forgot
 * them. Skipped where the photos are not at hand.
 */
class RealCutoutTest {
  private static final CanvasSize CANVAS = new CanvasSize(512, 512);
  private static final Path PHOTOS = photos();

  /** In CIE lightness: a white fringe two pixels wide on a dark ground measures over 4.5. */
  private static final double VISIBLE_HALO = 1.5;

  @Test
  void restore_realCutoutsOverLightAndDarkScenes_hasNoHaloAndEveryProductPixel()
      throws IOException {
    List<Path> cutouts = files("cutouts");
    List<Path> scenes = files("scenes");
    assumeTrue(!cutouts.isEmpty() && !scenes.isEmpty(), "no photos at ../shared/photos");
    for (Path cutout : cutouts) {
      ProductCutouts product = Samples.product("real", pixels(cutout));
      for (Path scene : scenes) {
        Compositor compositor =
            Compositor.of(CANVAS, List.of(product), ImageSource.of(pixels(scene)));
        check(compositor, product, cutout.getFileName() + " on " + scene.getFileName());
      }
      for (int ground : new int[] {0xFFFFFFFF, 0xFF101010}) {
        ImageSource flat = ImageSource.of(RasterImage.filled(new Size(8, 8), ground));
        Compositor compositor = Compositor.of(CANVAS, List.of(product), flat);
        check(compositor, product, cutout.getFileName() + " on " + Integer.toHexString(ground));
      }
    }
  }

  /** Matting tools leave pixels of an alpha of 1 or 2 where they found nothing. */
  @Test
  void cut_realCutoutsWithHaze_keepTheirSize() throws Exception {
    List<Path> cutouts = files("cutouts");
    assumeTrue(!cutouts.isEmpty(), "no photos at ../shared/photos");
    for (Path cutout : cutouts) {
      RasterImage clean = pixels(cutout);
      int[] argb = clean.toArgb();
      for (int i = 0; i < argb.length; i++) {
        argb[i] = argb[i] >>> 24 == 0 ? (i % 3) << 24 | (argb[i] & 0xFFFFFF) : argb[i];
      }
      RasterImage hazy = RasterImage.adopt(clean.size(), argb);

      assertThat(cut(hazy).size()).as(cutout.toString()).isEqualTo(cut(clean).size());
    }
  }

  private static RasterImage cut(RasterImage photo) throws InterruptedException {
    CutoutRequest request = new CutoutRequest("real", ImageSource.of(photo));
    return AlphaCutoutMaker.create().cut(request, StageContext.standalone()).image().raster();
  }

  @Test
  void measure_realCutoutWithAFringe_findsTheHalo() throws IOException {
    List<Path> cutouts = files("cutouts");
    assumeTrue(!cutouts.isEmpty(), "no photos at ../shared/photos");
    ProductCutouts product = Samples.product("real", pixels(cutouts.get(0)));
    ImageSource dark = ImageSource.of(RasterImage.filled(new Size(8, 8), 0xFF101010));
    Compositor compositor = Compositor.of(CANVAS, List.of(product), dark);
    Candidate candidate = candidates(product).get(0);
    Mask mask = compositor.mask(candidate);
    Mask fringe = MaskMorphology.grown(mask, 2);
    RasterImage layer = compositor.productLayer(candidate).raster();
    RasterImage fringed =
        Samples.painted(512, 512, (x, y) -> fringe.keeps(x, y) ? 0xFFFFFFFF : 0xFF101010);
    RestoredImage restored = ProductRestorer.restore(fringed, layer, mask, RestoreMode.EXACT);
    assertThat(restored.report().after().halo()).isGreaterThan(3 * VISIBLE_HALO);
  }

  /** The generator forgot the product altogether. */
  private static void check(Compositor compositor, ProductCutouts product, String name) {
    for (Candidate candidate : candidates(product)) {
      RasterImage layer = compositor.productLayer(candidate).raster();
      Mask mask = compositor.mask(candidate);
      RasterImage background = compositor.background().raster();
      RestoredImage restored = ProductRestorer.restore(background, layer, mask, RestoreMode.EXACT);
      assertThat(restored.report().before().maxDifference()).as(name).isGreaterThan(20);
      assertThat(restored.report().after().maxDifference()).as(name).isZero();
      assertThat(restored.report().after().leak()).as(name).isZero();
      // What the measure says of the bare background is its own texture.
      double texture = restored.report().before().halo();
      assertThat(restored.report().after().halo())
          .as("halo of " + name)
          .isLessThan(texture + VISIBLE_HALO);
    }
  }

  private static List<Candidate> candidates(ProductCutouts product) {
    Size photo = product.photos().get(0).image().size();
    double scale = 230.0 / Math.max(photo.width(), photo.height());
    Size size = new Size((int) (photo.width() * scale) + 1, (int) (photo.height() * scale) + 1);
    return Placer.of(CANVAS, 0.04, Grid.DEFAULT.withSections(1, 1))
        .place(List.of(product), List.of(List.of(size)));
  }

  private static RasterImage pixels(Path file) {
    return ImageDecoder.create().open(file, file.getFileName().toString()).raster();
  }

  private static List<Path> files(String folder) throws IOException {
    Path path = PHOTOS.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(file -> file.toString().matches(".*\\.(png|jpg)")).sorted().toList();
    }
  }

  /** The photos lie beside the project, so the project's root is looked for from here upwards. */
  private static Path photos() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("spi/pom.xml"))) {
      folder = folder.getParent();
    }
    return (folder == null ? Path.of("") : folder).resolve("../shared/photos").normalize();
  }
}
