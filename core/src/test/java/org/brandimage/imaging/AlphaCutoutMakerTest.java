package org.brandimage.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    argb[3 * 12 + 2] = 0x01FF0000;
    argb[7 * 12 + 9] = 0xFF00FF00;
    ImageSource photo = ImageSource.of(RasterImage.adopt(new Size(12, 10), argb));

    Cutout cutout = maker.cut(new CutoutRequest("dots", photo), StageContext.standalone());

    RasterImage image = cutout.image().raster();
    assertThat(cutout.image().size()).isEqualTo(new Size(8, 5));
    assertThat(cutout.confidence()).isEqualTo(1);
    assertThat(image.argb(0, 0)).isEqualTo(0x01FF0000);
    assertThat(image.argb(7, 4)).isEqualTo(0xFF00FF00);
    assertThat(cutout.image().original()).isEmpty();
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

  private Cutout cut(int colour) throws InterruptedException {
    RasterImage photo = RasterImage.of(new Size(2, 1), new int[] {0, colour});
    return maker.cut(new CutoutRequest("x", ImageSource.of(photo)), StageContext.standalone());
  }
}
