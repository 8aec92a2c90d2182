package org.brandimage.imaging.cutout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.brandimage.imaging.TestImages;
import org.brandimage.imaging.raster.CroppedSource;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;

class AlphaCutoutMakerTest {
  private final AlphaCutoutMaker maker = AlphaCutoutMaker.create();

  @Test
  void cut_faintestVisiblePixels_areKept() throws InterruptedException {
    int[] argb = new int[12 * 10];
    argb[3 * 12 + 2] = 0x0DFF0000;
    argb[7 * 12 + 9] = 0xFF00FF00;
    ImageSource photo = ImageSource.of(RasterImage.adopt(new Size(12, 10), argb));

    Cutout cutout = maker.cut(new CutoutRequest("dots", photo), StageContext.standalone());

    RasterImage image = cutout.image().raster();
    assertThat(cutout.image().size()).isEqualTo(new Size(8, 5));
    assertThat(cutout.confidence()).isEqualTo(1);
    assertThat(image.argb(0, 0)).isEqualTo(0x0DFF0000);
    assertThat(image.argb(7, 4)).isEqualTo(0xFF00FF00);
    assertThat(cutout.image().original()).isEmpty();
  }

  /** Matting networks leave an alpha of 1 to 12 all over what they are not quite sure of. */
  @Test
  void cut_hazeAllOver_keepsTheProductsSizeAndLosesTheHaze() throws InterruptedException {
    RasterImage clean = ball();
    Random random = new Random(5);
    int[] argb = clean.toArgb();
    for (int i = 0; i < argb.length; i++) {
      argb[i] = argb[i] >>> 24 == 0 ? random.nextInt(13) << 24 | 0xC0C0C0 : argb[i];
    }

    RasterImage expected = cut(clean);
    RasterImage hazy = cut(RasterImage.adopt(clean.size(), argb));

    assertThat(hazy.size()).isEqualTo(expected.size());
    assertThat(hazy.argb(0, 0)).as("far from the product").isZero();
    for (int y = 0; y < hazy.height(); y++) {
      for (int x = 0; x < hazy.width(); x++) {
        if (expected.argb(x, y) >>> 24 >= Cutout.VISIBLE_ALPHA) {
          assertThat(hazy.argb(x, y) >>> 24).isEqualTo(expected.argb(x, y) >>> 24);
        }
      }
    }
  }

  @Test
  void cut_hazeOnly_isRefused() {
    RasterImage haze = RasterImage.filled(new Size(9, 9), 0x0C808080);

    assertThatThrownBy(() -> cut(haze))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("wholly transparent");
  }

  @Test
  void cut_equalPhotos_giveEqualDigests() throws InterruptedException {
    assertThat(cut(0xFF112233).image().digest()).isEqualTo(cut(0xFF112233).image().digest());
    assertThat(cut(0xFF112233).image().digest()).isNotEqualTo(cut(0xFF112234).image().digest());
    ImageSource whole = ImageSource.of(TestImages.photo(9, 9, false, 1));
    assertThat(new CroppedSource(whole, new Box(0, 0, 4, 4)).digest())
        .isNotEqualTo(new CroppedSource(whole, new Box(0, 0, 4, 5)).digest());
  }

  @Test
  void cut_opaquePhoto_saysWhatToDo() {
    ImageSource photo = ImageSource.of(TestImages.photo(9, 9, true, 1));

    assertThatThrownBy(
            () -> maker.cut(new CutoutRequest("cup.jpg", photo), StageContext.standalone()))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageContaining("cup.jpg")
        .hasMessageContaining("alpha channel");
  }

  /** A ball with a soft outline of two pixels. */
  private static RasterImage ball() {
    Size size = new Size(120, 100);
    int[] argb = new int[120 * 100];
    for (int i = 0; i < argb.length; i++) {
      double distance = Math.hypot(i % 120 - 60, Math.floorDiv(i, 120) - 50);
      int alpha = (int) Math.round(255 * Math.max(0, Math.min(1, (31 - distance) / 2)));
      argb[i] = alpha == 0 ? 0 : alpha << 24 | 0x804020;
    }
    return RasterImage.adopt(size, argb);
  }

  private RasterImage cut(RasterImage photo) throws InterruptedException {
    CutoutRequest request = new CutoutRequest("x", ImageSource.of(photo));
    return maker.cut(request, StageContext.standalone()).image().raster();
  }

  private Cutout cut(int colour) throws InterruptedException {
    RasterImage photo = RasterImage.of(new Size(2, 1), new int[] {0, colour});
    return maker.cut(new CutoutRequest("x", ImageSource.of(photo)), StageContext.standalone());
  }
}
