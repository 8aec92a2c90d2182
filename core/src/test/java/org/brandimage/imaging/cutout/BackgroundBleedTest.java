package org.brandimage.imaging.cutout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundBleedTest {
  private static final Size SIZE = new Size(64, 64);
  private static final int YELLOW = 0xE0B010;

  @ParameterizedTest
  @ValueSource(ints = {0x404A44, 0xF8F8F8, 0x2040C0})
  void cut_discWithItsPhotoUnderneath_hasItsOwnColourToTheEdge(int ground) throws Exception {
    RasterImage photo = disc(ground, ground);

    Cutout cutout = cut(photo);

    assertThat(cutout.method()).isEqualTo("alpha-channel-2-without-ground");
    RasterImage image = cutout.image().raster();
    int translucent = 0;
    for (int argb : image.toArgb()) {
      int alpha = argb >>> 24;
      if (alpha > 0) {
        translucent += alpha < 255 ? 1 : 0;
        for (int shift = 0; shift <= 16; shift += 8) {
          assertThat(argb >> shift & 0xFF).isCloseTo(YELLOW >> shift & 0xFF, within(8));
        }
      }
    }
    assertThat(translucent).isGreaterThan(100);
  }

  /** Masks of photos often say more product than there is: here 0.6 where the colour says 0.25. */
  @ParameterizedTest
  @ValueSource(ints = {0x404A44, 0xF8F8F8, 0x2040C0})
  void removedFrom_alphaAboveTheColoursShare_leavesATenthOfTheWayToTheGround(int ground) {
    int[] argb = disc(ground, ground).toArgb();
    int edge = 32 * 64 + 32 - 17;
    argb[edge] = 153 << 24 | mixed(ground, 64);

    int after = BackgroundBleed.removedFrom(RasterImage.adopt(SIZE, argb)).argb(15, 32);

    assertThat(after >>> 24).isEqualTo(153);
    for (int shift = 0; shift <= 16; shift += 8) {
      int own = YELLOW >> shift & 0xFF;
      int far = (ground >> shift & 0xFF) - own;
      assertThat((double) (after >> shift & 0xFF)).isCloseTo(own + 0.1 * far, within(2.0));
    }
  }

  @Test
  void cut_anyPhoto_keepsAlphaAndOpaquePixels() throws Exception {
    RasterImage photo = disc(0x404A44, 0x404A44);

    RasterImage image = BackgroundBleed.removedFrom(photo);

    for (int y = 0; y < SIZE.height(); y++) {
      for (int x = 0; x < SIZE.width(); x++) {
        int before = photo.argb(x, y);
        assertThat(image.argb(x, y) >>> 24).isEqualTo(before >>> 24);
        if (before >>> 24 == 255 || before >>> 24 == 0) {
          assertThat(image.argb(x, y)).isEqualTo(before);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 0xFFFFFF})
  void cut_edgesWithoutGround_areLeftAsTheyAre(int hidden) throws Exception {
    RasterImage photo = disc(YELLOW, hidden);

    Cutout cutout = cut(photo);

    assertThat(cutout.method()).isEqualTo("alpha-channel-2");
    assertThat(cutout.image().raster().argb(26, 26)).isEqualTo(photo.argb(32, 32));
  }

  @Test
  void removedFrom_glassFarFromTheEdge_isLeftAsItIs() {
    int[] argb = disc(0x404A44, 0x404A44).toArgb();
    argb[32 * 64 + 32] = 0x80123456;

    assertThat(BackgroundBleed.removedFrom(RasterImage.adopt(SIZE, argb)).argb(32, 32))
        .isEqualTo(0x80123456);
  }

  @Test
  void removedFrom_nearlyOpaquePattern_hardlyChanges() {
    int[] argb = disc(0x404A44, 0x404A44).toArgb();
    int edge = 32 * 64 + 32 - 16;
    argb[edge] = 0xFA101010;

    int after = BackgroundBleed.removedFrom(RasterImage.adopt(SIZE, argb)).argb(16, 32);

    assertThat(after & 0xFF).isCloseTo(0x10, within(10));
  }

  @Test
  void cut_openedTwice_isTheSameAndHasItsOwnDigest() throws Exception {
    Cutout cutout = cut(disc(0x404A44, 0x404A44));

    assertThat(cutout.image().raster().toArgb()).isEqualTo(cutout.image().raster().toArgb());
    assertThat(cutout.image().digest())
        .isEqualTo(cut(disc(0x404A44, 0x404A44)).image().digest())
        .isNotEqualTo(cut(disc(0x404A45, 0x404A45)).image().digest());
  }

  /** Their edges held light of grey desks and white pages; at least a third of it goes. */
  @ParameterizedTest
  @ValueSource(strings = {"can", "candle", "duck-toy", "red-cartoon", "robot-toy", "shiny-sneaker"})
  void cut_sharedPhotos_rimIsNearerToTheProduct(String name) throws Exception {
    Path file = Path.of("../../shared/photos/cutouts", name + ".png");
    assumeTrue(Files.exists(file), "skipped: no ../shared/photos beside the project");
    RasterImage photo = ImageDecoder.create().open(file, name).raster();

    RasterImage image = cut(photo).image().raster();

    assertThat(image.size()).isEqualTo(Cutout.visibleBounds(photo).orElseThrow().size());
    assertThat(rim(image)).isLessThan(0.67 * rim(photo));
  }

  /** Mean difference of faint pixels to the nearest nearly opaque one within five columns. */
  private static double rim(RasterImage image) {
    double sum = 0;
    int count = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 6; x < image.width() - 6; x++) {
        int alpha = image.argb(x, y) >>> 24;
        int inner = inner(image, x, y);
        if (alpha > 32 && alpha < 192 && inner != 0) {
          for (int shift = 0; shift <= 16; shift += 8) {
            sum += Math.abs((image.argb(x, y) >> shift & 0xFF) - (inner >> shift & 0xFF));
          }
          count++;
        }
      }
    }
    return sum / count;
  }

  private static int inner(RasterImage image, int x, int y) {
    for (int d = 1; d < 6; d++) {
      for (int side = -1; side <= 1; side += 2) {
        int argb = image.argb(x + side * d, y);
        if (argb >>> 24 >= 250) {
          return argb;
        }
      }
    }
    return 0;
  }

  private static Cutout cut(RasterImage photo) throws InterruptedException {
    return AlphaCutoutMaker.create()
        .cut(new CutoutRequest("x", ImageSource.of(photo)), StageContext.standalone());
  }

  /** A soft yellow disc in the middle: edges mixed with one colour, another one hidden around. */
  private static RasterImage disc(int mixedWith, int hidden) {
    int[] argb = new int[64 * 64];
    for (int i = 0; i < argb.length; i++) {
      double distance = Math.hypot(i % 64 - 32, i / 64 - 32);
      int alpha = (int) Math.round(255 * Math.max(0, Math.min(1, (20 - distance) / 4)));
      argb[i] = alpha == 0 ? hidden : alpha << 24 | mixed(mixedWith, alpha);
    }
    return RasterImage.adopt(SIZE, argb);
  }

  private static int mixed(int ground, int alpha) {
    int result = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int sum = (YELLOW >> shift & 0xFF) * alpha + (ground >> shift & 0xFF) * (255 - alpha);
      result = result << 8 | (sum + 127) / 255;
    }
    return result;
  }
}
