package org.brandimage.local.scenery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.brandimage.imaging.compose.Compositor;
import org.brandimage.local.plan.RealScalePlanner;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.UnreadableImageException;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.outpaint.BackgroundUse;
import org.brandimage.spi.outpaint.OutpaintRequest;
import org.brandimage.spi.outpaint.OutpaintedImage;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.PlanRequest;
import org.brandimage.spi.plan.ProductCutouts;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.testkit.fake.Fixtures;
import org.brandimage.spi.testkit.fake.TestContexts;
import org.brandimage.spi.testkit.fake.TestPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompositingOutpainterTest {
  private static final CanvasSize CANVAS = new CanvasSize(240, 200);
  private static final RasterImage STREET =
      TestPictures.landscape(new Size(300, 200), 0xFFB0C0D0, 0xFF807870);

  private final CompositingOutpainter outpainter = CompositingOutpainter.create();

  @ParameterizedTest
  @EnumSource(BackgroundUse.class)
  void outpaint_anyUse_keepsTheLayersOpaquePixels(BackgroundUse use) throws Exception {
    OutpaintRequest request = request("a city skyline", "night", use, 3);
    RasterImage layer = request.productLayer().raster();
    for (OutpaintedImage image : outpainter.outpaint(request, TestContexts.active()).images()) {
      RasterImage picture = image.image().raster();
      int opaque = 0;
      for (int y = 0; y < layer.height(); y++) {
        for (int x = 0; x < layer.width(); x++) {
          if (layer.argb(x, y) >>> 24 == 255) {
            assertThat(picture.argb(x, y)).isEqualTo(layer.argb(x, y));
            opaque++;
          }
        }
      }
      assertThat(opaque).isGreaterThan(500);
    }
  }

  @Test
  void cleanPlate_anyPicture_isThePictureWithoutProductAndShadow() throws Exception {
    OutpaintRequest request = request("a city skyline", "night", BackgroundUse.REGENERATE, 1);
    OutpaintedImage image = outpainter.outpaint(request, TestContexts.active()).images().get(0);
    RasterImage picture = image.image().raster();
    RasterImage plate = image.cleanPlate().orElseThrow().raster();
    RasterImage layer = request.productLayer().raster();
    int covered = 0;
    int shaded = 0;
    for (int y = 0; y < plate.height(); y++) {
      for (int x = 0; x < plate.width(); x++) {
        boolean same = plate.argb(x, y) == picture.argb(x, y);
        covered += layer.argb(x, y) >>> 24 == 255 && !same ? 1 : 0;
        shaded += layer.argb(x, y) >>> 24 == 0 && !same ? 1 : 0;
      }
      assertThat(plate.argb(0, y)).isEqualTo(picture.argb(0, y));
    }
    assertThat(covered).isGreaterThan(500);
    assertThat(shaded).isBetween(50, plate.width() * plate.height() / 3);
    assertThat(image.cleanPlate().orElseThrow().digest()).isNotEqualTo(image.image().digest());
  }

  @ParameterizedTest
  @EnumSource(
      value = BackgroundUse.class,
      names = {"KEEP", "BAND"})
  void outpaint_keptBackground_losesLightNearTheProductOnly(BackgroundUse use) throws Exception {
    OutpaintRequest request = request("a street", "night", use, 1);
    RasterImage reference = request.reference().raster();
    RasterImage picture = first(outpainter, request);
    int darker = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        assertThat(picture.argb(x, y) >> 8 & 255)
            .isLessThanOrEqualTo((reference.argb(x, y) >> 8 & 255) + 1);
        darker += picture.argb(x, y) == reference.argb(x, y) ? 0 : 1;
      }
    }
    assertThat(darker).isBetween(200, (int) (picture.size().pixels() / 2));
    for (int x = 0; x < picture.width(); x++) {
      assertThat(picture.argb(x, 0)).isEqualTo(reference.argb(x, 0));
    }
  }

  @Test
  void outpaint_theme_gradesOnceOnly() throws Exception {
    RasterImage plain = first(outpainter, request("a street", "", BackgroundUse.REGENERATE, 1));
    RasterImage night =
        first(outpainter, request("a street", "night", BackgroundUse.REGENERATE, 1));
    RasterImage shown =
        first(outpainter, request("a street at night", "night", BackgroundUse.REGENERATE, 1));
    assertThat(night.argb(2, 2) & 0xFF00).isLessThan(plain.argb(2, 2) & 0xFF00);
    assertThat(shown.argb(2, 2)).isEqualTo(plain.argb(2, 2));
  }

  @Test
  void outpaint_distantBackground_laysASurfaceUnderTheProduct() throws Exception {
    RasterImage near = first(outpainter, request("a street", "", BackgroundUse.REGENERATE, 1));
    RasterImage far = first(outpainter, request("a skyline", "", BackgroundUse.REGENERATE, 1));
    assertThat(far.argb(5, 199) & 255).isLessThan((near.argb(5, 199) & 255) - 15);
    assertThat(Math.abs((far.argb(5, 5) & 255) - (near.argb(5, 5) & 255))).isLessThan(6);
  }

  @Test
  void outpaint_noBackground_paintsABackdropForTheMood() throws Exception {
    RasterImage sunset = first(outpainter, request("", "sunset", BackgroundUse.KEEP, 1));
    RasterImage night = first(outpainter, request("", "night", BackgroundUse.KEEP, 1));
    assertThat(sunset.argb(120, 40) >> 16 & 255).isGreaterThan((sunset.argb(120, 40) & 255) + 40);
    assertThat(night.argb(120, 40) & 255).isGreaterThan((night.argb(120, 40) >> 16 & 255) + 20);
  }

  @Test
  void withPalette_noMoodKnown_paintsTheBrandsColour() throws Exception {
    CompositingOutpainter branded =
        CompositingOutpainter.withPalette(List.of(new Rgb(20, 120, 60)));
    int pixel = first(branded, request("", "", BackgroundUse.KEEP, 1)).argb(120, 60);
    assertThat(pixel >> 8 & 255).isGreaterThan((pixel >> 16 & 255) + 30);
    assertThat(branded.identity()).isNotEqualTo(outpainter.identity());
  }

  @Test
  void outpaint_several_areAllDifferent() throws Exception {
    for (String background : List.of("", "a street")) {
      OutpaintRequest request = request(background, "", BackgroundUse.REGENERATE, 4);
      List<RasterImage> pictures = new ArrayList<>();
      List<String> digests = new ArrayList<>();
      for (OutpaintedImage image : outpainter.outpaint(request, TestContexts.active()).images()) {
        pictures.add(image.image().raster());
        digests.add(image.image().digest());
      }
      assertThat(pictures).doesNotHaveDuplicates().hasSize(4);
      assertThat(digests).doesNotHaveDuplicates();
    }
  }

  @Test
  void raster_manyThreadsAndFreshOutpainters_giveTheSamePixels() throws Exception {
    OutpaintRequest request = request("a skyline", "sunset", BackgroundUse.REGENERATE, 1);
    RasterImage expected = first(CompositingOutpainter.create(), request);
    Callable<RasterImage> task = () -> first(outpainter, request);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<RasterImage> picture : threads.invokeAll(List.of(task, task, task, task))) {
        assertThat(picture.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void raster_manyPicturesOfOneBackground_openItOnce() throws Exception {
    AtomicInteger opened = new AtomicInteger();
    OutpaintRequest request =
        request(counted(opened), "a street", "sunset", BackgroundUse.REGENERATE, 8);
    List<OutpaintedImage> images = outpainter.outpaint(request, TestContexts.active()).images();
    assertThat(opened).hasValue(0);
    images.forEach(image -> image.image().raster());
    assertThat(opened).hasValue(1);
  }

  @Test
  void outpaint_cancelled_stopsBeforeAnyPicture() {
    OutpaintRequest request = request("a street", "", BackgroundUse.KEEP, 1);
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> outpainter.outpaint(request, TestContexts.cancelled()));
  }

  @Test
  void raster_unreadableBackground_throwsWhatItsSourceThrows() throws Exception {
    OutpaintRequest request =
        request(TestPictures.unreadable(new Size(30, 30)), "a street", "", BackgroundUse.KEEP, 1);
    ImageSource image =
        outpainter.outpaint(request, StageContext.standalone()).images().get(0).image();
    assertThatExceptionOfType(UnreadableImageException.class).isThrownBy(image::raster);
  }

  private static RasterImage first(CompositingOutpainter outpainter, OutpaintRequest request)
      throws InterruptedException {
    return outpainter.outpaint(request, TestContexts.active()).images().get(0).image().raster();
  }

  private static OutpaintRequest request(
      String background, String theme, BackgroundUse use, int count) {
    return request(ImageSource.of(STREET), background, theme, use, count);
  }

  private static OutpaintRequest request(
      ImageSource photo, String background, String theme, BackgroundUse use, int count) {
    Scene.Builder scene = Scene.builder("scene-1", Fixtures.duckScene().products());
    if (!background.isEmpty()) {
      scene.background(
          Asset.builder("place", EntityKind.BACKGROUND, List.of(photo))
              .description(background)
              .build());
    }
    if (!theme.isEmpty()) {
      scene.themes(List.of(new Entity(EntityKind.THEME, theme, theme)));
    }
    Scene built = scene.build();
    Caption caption = Caption.builder("a photograph of a duck", "a duck", "", "").build();
    List<ProductCutouts> cutouts = Fixtures.cutouts(built);
    Candidate candidate = candidate(built, caption, cutouts);
    Compositor compositor =
        background.isEmpty()
            ? Compositor.of(CANVAS, cutouts)
            : Compositor.of(CANVAS, cutouts, photo);
    OutpaintRequest.Builder request =
        OutpaintRequest.builder(
                candidate,
                built,
                caption,
                compositor.productLayer(candidate),
                compositor.reference(candidate),
                compositor.mask(candidate))
            .backgroundUse(use)
            .count(count)
            .seed(11);
    return background.isEmpty() ? request.build() : request.background(photo).build();
  }

  private static Candidate candidate(Scene scene, Caption caption, List<ProductCutouts> cutouts) {
    try {
      return RealScalePlanner.create()
          .plan(
              PlanRequest.builder(scene, caption, CANVAS, cutouts).build(),
              StageContext.standalone())
          .candidates()
          .get(3);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ImageSource counted(AtomicInteger opened) {
    return new ImageSource() {
      @Override
      public Size size() {
        return STREET.size();
      }

      @Override
      public String digest() {
        return "c0ffee";
      }

      @Override
      public RasterImage raster() {
        opened.incrementAndGet();
        return STREET;
      }

      @Override
      public java.util.Optional<EncodedImage> original() {
        return java.util.Optional.empty();
      }
    };
  }
}
