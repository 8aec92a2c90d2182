package org.brandimage.imaging.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.brandimage.imaging.Samples;
import org.brandimage.imaging.layout.Placer;
import org.brandimage.imaging.raster.Blend;
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

/** Patches, scratch canvases and pooled canvases are other ways to the reference's pixels. */
class PatchTest {
  private static final CanvasSize CANVAS = new CanvasSize(120, 100);
  private static final ProductCutouts CUP =
      Samples.product("cup", Samples.ellipse(50, 60, 0x884422), Samples.noise(20, 30, 7));
  private static final ProductCutouts JUG =
      Samples.product("jug", Samples.ellipse(40, 90, 0x22AA66));
  private static final ImageSource SCENE = ImageSource.of(Samples.opaqueNoise(150, 130, 3));

  @Test
  void patch_everyCandidate_isTheReferenceAndTheMaskInItsBox() {
    for (double darkness : new double[] {0, 0.6}) {
      Compositor compositor = compositor().withContactShadow(darkness);
      for (Candidate candidate : grid()) {
        Patch patch = compositor.patch(candidate);
        RasterImage reference = compositor.reference(candidate).raster();
        Mask mask = compositor.mask(candidate);
        Box box = patch.box();
        assertThat(patch.over(compositor.background().raster())).isEqualTo(reference);
        assertThat(patch.mask())
            .isEqualTo(Mask.of(box.size(), (x, y) -> mask.keeps(box.x() + x, box.y() + y)));
        assertThat(box.contains(mask.keptBounds().orElseThrow())).isTrue();
      }
    }
  }

  @Test
  void scratchCanvas_candidatesInAnyOrder_showsEachAsIfItWereAlone() {
    Compositor compositor = compositor().withContactShadow(0.5);
    ScratchCanvas scratch = compositor.scratchCanvas();
    assertThat(scratch.image()).isEqualTo(compositor.background().raster());
    for (Candidate candidate : grid()) {
      scratch.show(candidate);
      assertThat(scratch.image()).isEqualTo(compositor.reference(candidate).raster());
      assertThat(scratch.mask()).isEqualTo(compositor.mask(candidate));
    }
    int[] corner = new int[6];
    scratch.copyRegion(new Box(3, 4, 2, 2), corner, 1, 3);
    assertThat(corner[1]).isEqualTo(scratch.argb(3, 4));
    assertThat(corner[5]).isEqualTo(scratch.argb(4, 5));
  }

  @Test
  void everyWay_runsOfAnyLength_isTheLayerOverTheBackground() {
    ProductCutouts stripes = Samples.product("stripes", stripes(60, 50));
    for (double darkness : new double[] {0, 0.5}) {
      Compositor compositor =
          Compositor.of(CANVAS, List.of(stripes), SCENE).withContactShadow(darkness);
      ScratchCanvas scratch = compositor.scratchCanvas();
      RasterImage background = compositor.background().raster();
      for (int place = 0; place < 24; place++) {
        Box box = new Box(place * 7 - 45, place * 11 % 130 - 30, 60, 50);
        Candidate candidate =
            new Candidate("c" + place, List.of(new Placement(0, 0, 60, 50, 0, box, 0)));
        RasterImage layer = compositor.productLayer(candidate).raster();
        RasterImage reference = compositor.reference(candidate).raster();
        scratch.show(candidate);
        assertThat(scratch.image()).isEqualTo(reference);
        assertThat(scratch.mask()).isEqualTo(compositor.mask(candidate));
        assertThat(compositor.patch(candidate).over(background)).isEqualTo(reference);
        for (int i = 0; i < 120 * 100; i++) {
          int front = layer.argb(i % 120, i / 120);
          if (darkness == 0 || front >>> 24 == 255) {
            assertThat(reference.argb(i % 120, i / 120))
                .isEqualTo(Blend.over(front, background.argb(i % 120, i / 120)));
          }
        }
      }
    }
  }

  /** Returns rows of clear, opaque and translucent runs, each up to a dozen pixels long. */
  private static RasterImage stripes(int width, int height) {
    Random random = new Random(5);
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; ) {
      int kind = random.nextInt(3);
      int end = Math.min(argb.length, i + 1 + random.nextInt(12));
      for (; i < end; i++) {
        int alpha = kind == 0 ? 0 : kind == 1 ? 255 : 1 + random.nextInt(254);
        argb[i] = alpha << 24 | random.nextInt(1 << 24);
      }
    }
    return RasterImage.adopt(new Size(width, height), argb);
  }

  @Test
  void scratchCanvas_memoryOfTheCallers_isDrawnInWhateverItHeld() {
    Compositor compositor = compositor().withContactShadow(0.5);
    int[] memory = new int[120 * 100];
    Arrays.fill(memory, 0xFF00FF00);
    ScratchCanvas scratch = compositor.scratchCanvas(memory);
    RasterImage background = compositor.background().raster();
    assertThat(scratch.argb(3, 4)).isEqualTo(background.argb(3, 4));
    for (Candidate candidate : grid()) {
      scratch.show(candidate);
      RasterImage reference = compositor.reference(candidate).raster();
      int[] seen = new int[memory.length];
      scratch.copyRegion(CANVAS.size().bounds(), seen, 0, CANVAS.width());
      assertThat(RasterImage.of(CANVAS.size(), seen)).isEqualTo(reference);
      for (int y = 0; y < 100; y++) {
        assertThat(scratch.argb(60, y)).isEqualTo(reference.argb(60, y));
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compositor.scratchCanvas(new int[9]))
        .withMessageContaining("12000");
  }

  @Test
  void scratchCanvas_foreignCandidate_keepsWhatItShows() {
    Compositor compositor = compositor();
    ScratchCanvas scratch = compositor.scratchCanvas();
    scratch.show(grid().get(0));
    RasterImage before = scratch.image();
    Candidate foreign =
        new Candidate("f", List.of(new Placement(7, 0, 2, 2, 0, new Box(0, 0, 2, 2), 0)));
    assertThatIllegalArgumentException().isThrownBy(() -> scratch.show(foreign));
    assertThat(scratch.image()).isEqualTo(before);
  }

  @Test
  void render_usedArray_isOverwrittenWithTheReference() {
    Compositor compositor = compositor();
    int[] canvas = new int[120 * 100];
    for (Candidate candidate : grid()) {
      compositor.render(candidate, canvas);
      assertThat(RasterImage.of(CANVAS.size(), canvas))
          .isEqualTo(compositor.reference(candidate).raster());
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compositor.render(grid().get(0), new int[9]))
        .withMessageContaining("12000");
  }

  @Test
  void withContactShadow_anyDarkness_leavesOpaqueProductsAndTheRestOfTheGround() {
    Compositor bare = compositor();
    Compositor shadowed = bare.withContactShadow(0.6);
    for (Candidate candidate : grid()) {
      RasterImage layer = bare.productLayer(candidate).raster();
      RasterImage lit = bare.reference(candidate).raster();
      RasterImage dark = shadowed.reference(candidate).raster();
      int darker = 0;
      for (int y = 0; y < 100; y++) {
        for (int x = 0; x < 120; x++) {
          if (layer.argb(x, y) >>> 24 == 255) {
            assertThat(dark.argb(x, y)).isEqualTo(layer.argb(x, y));
          }
          assertThat(dark.argb(x, y) & 255).isLessThanOrEqualTo(lit.argb(x, y) & 255);
          darker += dark.argb(x, y) == lit.argb(x, y) ? 0 : 1;
        }
      }
      assertThat(darker).as(candidate.id()).isBetween(20, 2500);
      assertThat(shadowed.reference(candidate).digest())
          .isNotEqualTo(bare.reference(candidate).digest());
    }
    assertThatIllegalArgumentException().isThrownBy(() -> bare.withContactShadow(1.1));
  }

  @Test
  void withContactShadow_uprightProduct_isDarkestAtItsFeet() {
    RasterImage white = RasterImage.filled(CANVAS.size(), -1);
    ProductCutouts box = Samples.product("box", RasterImage.filled(new Size(30, 30), 0xFF336699));
    Candidate middle =
        new Candidate("m", List.of(new Placement(0, 0, 30, 30, 0, new Box(45, 50, 30, 30), 0)));
    RasterImage picture =
        Compositor.of(CANVAS, List.of(box), ImageSource.of(white))
            .withContactShadow(0.5)
            .reference(middle)
            .raster();
    assertThat(picture.argb(60, 80) & 255).isBetween(150, 200);
    assertThat(picture.argb(60, 81) & 255).isGreaterThan(picture.argb(60, 80) & 255);
    assertThat(picture.argb(60, 95)).isEqualTo(-1);
    assertThat(picture.argb(60, 40)).isEqualTo(-1);
  }

  @Test
  void patch_shadowBeyondTheCanvas_isCut() {
    Candidate corner =
        new Candidate("c", List.of(new Placement(0, 0, 50, 60, 0, new Box(70, 40, 50, 60), 0)));
    Compositor compositor = compositor().withContactShadow(0.5);
    Patch patch = compositor.patch(corner);
    assertThat(CANVAS.size().bounds().contains(patch.box())).isTrue();
    assertThat(patch.over(compositor.background().raster()))
        .isEqualTo(compositor.reference(corner).raster());
  }

  @Test
  void patches_twoThreads_areThoseOfOne() throws Exception {
    List<Candidate> grid = grid();
    Compositor alone = compositor().withContactShadow(0.5);
    List<Patch> expected = grid.stream().map(alone::patch).toList();
    Compositor shared = compositor().withContactShadow(0.5);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Patch>> work =
          grid.stream().map(candidate -> (Callable<Patch>) () -> shared.patch(candidate)).toList();
      List<Future<Patch>> patches = two.invokeAll(work);
      for (int i = 0; i < patches.size(); i++) {
        assertThat(patches.get(i).get()).isEqualTo(expected.get(i));
      }
    } finally {
      two.shutdownNow();
    }
  }

  @Test
  void over_otherCanvas_isRefused() {
    Patch patch = compositor().patch(grid().get(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> patch.over(RasterImage.filled(new Size(10, 10), -1)))
        .withMessageContaining("leaves");
  }

  private static Compositor compositor() {
    return Compositor.of(CANVAS, List.of(CUP, JUG), SCENE);
  }

  /** Every photo and order, a few angles, and two products that overlap. */
  private static List<Candidate> grid() {
    Grid grid = new Grid(3, 2, List.of(0.0, 12.0, -25.0), List.of(0.6, 1.0), 200);
    List<Candidate> placed =
        Placer.of(CANVAS, 0, grid)
            .place(
                List.of(CUP, JUG),
                List.of(List.of(new Size(30, 36), new Size(20, 30)), List.of(new Size(20, 45))));
    Candidate overlapping =
        new Candidate(
            "overlapping",
            List.of(
                new Placement(0, 0, 50, 60, 0, new Box(20, 20, 50, 60), 0),
                new Placement(1, 0, 40, 90, 0, new Box(50, 8, 40, 90), 1)));
    return Stream.concat(placed.stream(), Stream.of(overlapping)).toList();
  }
}
