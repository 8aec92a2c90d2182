package org.brandimage.imaging.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.brandimage.imaging.Samples;
import org.brandimage.imaging.layout.Placer;
import org.brandimage.imaging.raster.Blend;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Grid;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.plan.ProductCutouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositorTest {
  private static final CanvasSize CANVAS = new CanvasSize(96, 80);
  private static final ProductCutouts NOISE =
      Samples.product("noise", Samples.noise(20, 30, 7), Samples.noise(12, 12, 8));

  @Test
  void productLayer_uprightAtOwnSize_hasTheCutoutsPixels() {
    RasterImage layer = Compositor.of(CANVAS, List.of(NOISE)).productLayer(at(5, 6, 0)).raster();
    RasterImage cutout = Samples.noise(20, 30, 7);
    for (int y = 0; y < 80; y++) {
      for (int x = 0; x < 96; x++) {
        boolean inside = x >= 5 && x < 25 && y >= 6 && y < 36;
        int expected = inside ? cutout.argb(x - 5, y - 6) : 0;
        assertThat(layer.argb(x, y)).isEqualTo(expected >>> 24 == 0 ? 0 : expected);
      }
    }
  }

  @Test
  void reference_anyCandidate_isTheLayerOverTheBackgroundAndOpaque() {
    RasterImage scene = Samples.opaqueNoise(200, 300, 9);
    Compositor compositor = Compositor.of(CANVAS, List.of(NOISE), ImageSource.of(scene));
    RasterImage background = compositor.background().raster();
    assertThat(background).isEqualTo(Resampler.cover(scene, CANVAS.size()));
    for (double rotation : new double[] {0, 17, -90}) {
      Candidate candidate = at(8, 9, rotation);
      RasterImage layer = compositor.productLayer(candidate).raster();
      RasterImage reference = compositor.reference(candidate).raster();
      assertThat(reference.opaque()).isTrue();
      for (int y = 0; y < 80; y++) {
        for (int x = 0; x < 96; x++) {
          assertThat(reference.argb(x, y))
              .isEqualTo(Blend.over(layer.argb(x, y), background.argb(x, y)));
        }
      }
    }
  }

  @Test
  void mask_anyCandidate_keepsWhereTheLayersAlphaIsAtLeastHalf() {
    Compositor compositor = Compositor.of(CANVAS, List.of(NOISE));
    for (Candidate candidate : List.of(at(0, 0, 0), at(40, 30, 33), overlapping())) {
      RasterImage layer = compositor.productLayer(candidate).raster();
      assertThat(compositor.mask(candidate))
          .isEqualTo(Mask.of(layer.size(), (x, y) -> layer.argb(x, y) >>> 24 >= 128));
    }
  }

  @Test
  void background_none_isANeutralGround() {
    RasterImage ground = Compositor.of(CANVAS, List.of(NOISE)).background().raster();
    assertThat(ground).isEqualTo(RasterImage.filled(CANVAS.size(), 0xFFE6E6E6));
  }

  @Test
  void background_transparentPicture_showsTheGroundBehindIt() {
    ImageSource clear = ImageSource.of(RasterImage.filled(new Size(10, 10), 0x00FF0000));
    assertThat(Compositor.of(CANVAS, List.of(NOISE), clear).background().raster())
        .isEqualTo(RasterImage.filled(CANVAS.size(), 0xFFE6E6E6));
  }

  @Test
  void reference_overlappingPlacements_putsTheNearerOnTop() {
    ProductCutouts red = Samples.product("red", RasterImage.filled(new Size(8, 8), 0xFFFF0000));
    ProductCutouts blue = Samples.product("blue", RasterImage.filled(new Size(8, 8), 0xFF0000FF));
    Candidate candidate =
        new Candidate(
            "overlap",
            List.of(
                new Placement(0, 0, 8, 8, 0, new Box(4, 4, 8, 8), 2),
                new Placement(1, 0, 8, 8, 0, new Box(8, 4, 8, 8), 1)));
    RasterImage layer = Compositor.of(CANVAS, List.of(red, blue)).productLayer(candidate).raster();
    assertThat(layer.argb(10, 5)).isEqualTo(0xFFFF0000);
    assertThat(layer.argb(13, 5)).isEqualTo(0xFF0000FF);
  }

  @Test
  void sources_wholeGrid_openEachPhotoOnceAndTheBackgroundOnce() {
    Samples.Counted photo = new Samples.Counted(Samples.ellipse(60, 40, 0x3366AA));
    Samples.Counted scene = new Samples.Counted(Samples.opaqueNoise(50, 50, 1));
    ProductCutouts product = Samples.product("dish", List.of(photo));
    Compositor compositor = Compositor.of(CANVAS, List.of(product), scene);
    List<Candidate> grid =
        Placer.of(CANVAS, 0, Grid.DEFAULT)
            .place(List.of(product), List.of(List.of(new Size(30, 20))));
    for (Candidate candidate : grid) {
      compositor.productLayer(candidate);
      compositor.reference(candidate);
    }
    assertThat(photo.opened() + scene.opened()).as("nothing is rendered unasked").isZero();
    for (Candidate candidate : grid) {
      compositor.productLayer(candidate).raster();
      compositor.reference(candidate).raster();
      compositor.mask(candidate);
    }
    assertThat(photo.opened()).isEqualTo(1);
    assertThat(scene.opened()).isEqualTo(1);
  }

  @Test
  void digest_ofEqualInputs_isEqualAndOfOthersDiffers() {
    ImageSource scene = ImageSource.of(Samples.opaqueNoise(50, 50, 1));
    Compositor one = Compositor.of(CANVAS, List.of(NOISE), scene);
    Compositor two = Compositor.of(CANVAS, List.of(NOISE), scene);
    Compositor bare = Compositor.of(CANVAS, List.of(NOISE));
    Candidate candidate = at(5, 6, 15);
    Candidate renamed = new Candidate("renamed", candidate.placements());
    assertThat(one.reference(candidate).digest()).isEqualTo(two.reference(renamed).digest());
    assertThat(
            new HashSet<>(
                List.of(
                    one.reference(candidate).digest(),
                    bare.reference(candidate).digest(),
                    one.productLayer(candidate).digest(),
                    one.productLayer(at(5, 7, 15)).digest(),
                    one.productLayer(at(5, 6, 14)).digest(),
                    one.background().digest(),
                    bare.background().digest())))
        .hasSize(7);
    assertThat(one.productLayer(candidate).digest())
        .isEqualTo(bare.productLayer(candidate).digest());
  }

  @ParameterizedTest
  @CsvSource({"-7,5", "90,5", "20,-9", "20,70", "-7,-9", "90,70"})
  void pictures_productBeyondTheCanvas_areThoseOfALargerCanvasCut(int x, int y) {
    CanvasSize large = new CanvasSize(CANVAS.width() + 80, CANVAS.height() + 80);
    Box window = new Box(40, 40, CANVAS.width(), CANVAS.height());
    Compositor cutting = Compositor.of(CANVAS, List.of(NOISE));
    Compositor whole = Compositor.of(large, List.of(NOISE));
    Candidate cut = at(x, y, 15);
    Candidate shifted = at(x + 40, y + 40, 15);
    RasterImage expected = whole.reference(shifted).raster();
    RasterImage layer = whole.productLayer(shifted).raster();
    RasterImage reference = cutting.reference(cut).raster();
    ScratchCanvas scratch = cutting.scratchCanvas();
    scratch.show(at(20, 20, 0));
    scratch.show(cut);
    for (int row = 0; row < window.height(); row++) {
      for (int column = 0; column < window.width(); column++) {
        int pixel = expected.argb(40 + column, 40 + row);
        assertThat(scratch.argb(column, row)).isEqualTo(pixel);
        assertThat(reference.argb(column, row)).isEqualTo(pixel);
      }
    }
    RasterImage seen = cutting.productLayer(cut).raster();
    Mask mask = cutting.mask(cut);
    for (int row = 0; row < window.height(); row++) {
      for (int column = 0; column < window.width(); column++) {
        assertThat(seen.argb(column, row)).isEqualTo(layer.argb(40 + column, 40 + row));
        assertThat(mask.keeps(column, row)).isEqualTo(seen.argb(column, row) >>> 24 >= 128);
        assertThat(scratch.keeps(column, row)).isEqualTo(mask.keeps(column, row));
      }
    }
    assertThat(mask.keptBounds()).isPresent();
  }

  @Test
  void productLayer_ofAnotherScene_isRefused() {
    Compositor compositor = Compositor.of(CANVAS, List.of(NOISE));
    Candidate outside = at(CANVAS.width(), 6, 0);
    Candidate unknown =
        new Candidate("u", List.of(new Placement(1, 0, 2, 2, 0, new Box(0, 0, 2, 2), 0)));
    Candidate loose =
        new Candidate("l", List.of(new Placement(0, 0, 2, 2, 0, new Box(0, 0, 3, 2), 0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compositor.productLayer(outside))
        .withMessageContaining("outside the canvas");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compositor.mask(unknown))
        .withMessageContaining("the scene has not");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compositor.reference(loose))
        .withMessageContaining("2x2");
  }

  @Test
  void rasters_eightThreads_areThoseOfOne() throws Exception {
    ImageSource scene = ImageSource.of(Samples.opaqueNoise(120, 90, 3));
    ProductCutouts cup = Samples.product("cup", Samples.ellipse(90, 110, 0x884422));
    ProductCutouts jug = Samples.product("jug", Samples.ellipse(50, 130, 0x22AA66));
    List<ProductCutouts> products = List.of(cup, jug);
    Grid grid = new Grid(4, 2, List.of(0.0, 10.0, -25.0), List.of(0.5, 1.0), 1000);
    List<Candidate> candidates =
        Placer.of(CANVAS, 0.02, grid)
            .place(products, List.of(List.of(new Size(27, 33)), List.of(new Size(15, 39))));
    List<RasterImage> alone = new ArrayList<>();
    Compositor single = Compositor.of(CANVAS, products, scene);
    candidates.forEach(candidate -> alone.add(single.reference(candidate).raster()));
    Compositor shared = Compositor.of(CANVAS, products, scene);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<RasterImage>> together = new ArrayList<>();
      for (Candidate candidate : candidates) {
        together.add(threads.submit(() -> shared.reference(candidate).raster()));
      }
      for (int i = 0; i < alone.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Candidate at(int x, int y, double rotation) {
    Size box = new Size(20, 30).rotated(rotation);
    return new Candidate(
        "c",
        List.of(
            new Placement(0, 0, 20, 30, rotation, new Box(x, y, box.width(), box.height()), 0)));
  }

  private static Candidate overlapping() {
    return new Candidate(
        "overlapping",
        List.of(
            new Placement(0, 0, 20, 30, 0, new Box(10, 10, 20, 30), 0),
            new Placement(0, 1, 12, 12, 0, new Box(15, 20, 12, 12), 1)));
  }
}
