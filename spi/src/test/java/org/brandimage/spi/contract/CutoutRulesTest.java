package org.brandimage.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;

/** M1 and M2, kept and broken. */
class CutoutRulesTest {
  private static final Size PHOTO = new Size(4, 4);
  private static final int RED = 0xFFFF0000;
  private static final CutoutRequest REQUEST =
      new CutoutRequest("duck", ImageSource.of(picture(PHOTO, RED, new Box(1, 1, 2, 2))));

  @Test
  void anyRule_croppedProduct_isKept() {
    assertThat(CutoutRules.all(REQUEST, cutout(RasterImage.filled(new Size(2, 2), RED)))).isEmpty();
  }

  @Test
  void m1_otherColourOrLargerThanThePhoto_isBroken() {
    for (RasterImage image :
        List.of(
            RasterImage.filled(new Size(2, 2), 0xFFFF0001),
            RasterImage.filled(new Size(9, 9), RED))) {
      assertThat(Samples.numbers(CutoutRules.all(REQUEST, cutout(image)))).containsExactly("M1");
    }
  }

  @Test
  void m1_photoThatCannotBeOpened_isNotTheCutoutsFault() {
    CutoutRequest damaged = new CutoutRequest("duck", Samples.unreadable(PHOTO));
    assertThat(CutoutRules.all(damaged, cutout(RasterImage.filled(new Size(2, 2), RED)))).isEmpty();
  }

  @Test
  void m2_borderWithoutPixels_isBroken() {
    assertThat(CutoutRules.all(REQUEST, cutout(picture(PHOTO, RED, new Box(1, 1, 2, 2)))))
        .singleElement()
        .returns("M2", BrokenRule::rule);
    assertThat(Samples.numbers(CutoutRules.all(REQUEST, cutout(RasterImage.filled(PHOTO, 0)))))
        .containsExactly("M2");
  }

  @Test
  void m2_cutoutThatCannotBeOpened_isBroken() {
    Cutout damaged = new Cutout(Samples.unreadable(PHOTO), 1, "none");
    assertThat(Samples.numbers(CutoutRules.all(REQUEST, damaged))).containsExactly("M2");
    assertThat(CutoutRules.structure(REQUEST, damaged)).isEmpty();
  }

  @Test
  void c1_null_isBroken() {
    assertThat(Samples.numbers(CutoutRules.structure(REQUEST, null))).containsExactly("C1");
    assertThat(Samples.numbers(CutoutRules.all(REQUEST, null))).containsExactly("C1");
  }

  private static Cutout cutout(RasterImage image) {
    return new Cutout(ImageSource.of(image), 1, "test");
  }

  private static RasterImage picture(Size size, int colour, Box box) {
    int[] argb = new int[size.width() * size.height()];
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        argb[y * size.width() + x] = colour;
      }
    }
    return RasterImage.of(size, argb);
  }
}
