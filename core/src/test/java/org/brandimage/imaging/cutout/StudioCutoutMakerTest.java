package org.brandimage.imaging.cutout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.brandimage.imaging.TestImages;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.error.UnsupportedInputException;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Studio photos painted here, so that every pixel's true alpha is known. */
class StudioCutoutMakerTest {
  private static final int SIDE = 260;
  private static final double CENTRE = 130;
  private static final double RADIUS = 70.3;
  private static final int PRODUCT = 0xC03020;

  private final StudioCutoutMaker maker = StudioCutoutMaker.create();

  @ParameterizedTest
  @ValueSource(ints = {0xF8F8F8, 0xC8CCD0, 0x5A82BE})
  void cut_fadingNoisyGroundWithShadow_findsTheTrueAlpha(int ground) throws InterruptedException {
    Cutout cutout = cut(studio(ground, PRODUCT, 2, 0.3));

    RasterImage image = cutout.image().raster();
    assertThat(image.width()).isBetween(138, 146);
    assertThat(image.height()).isBetween(138, 148);
    double shared = 0;
    double united = 0;
    int left = (int) Math.round(CENTRE - image.width() / 2.0);
    int top = (int) Math.floor(CENTRE - RADIUS);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        double truth = coverage(left + x, top + y);
        double found = (image.argb(x, y) >>> 24) / 255.0;
        shared += Math.min(truth, found);
        united += Math.max(truth, found);
      }
    }
    assertThat(shared / united).as("intersection over union").isGreaterThan(0.96);
    assertThat(cutout.confidence()).isBetween(0.4, 0.95);
  }

  @Test
  void cut_quietGround_givesSoftEdgesWithoutTheGroundsColour() throws InterruptedException {
    Cutout cutout = cut(studio(0x30A030, 0xF0E0E0, 0, 0));

    RasterImage image = cutout.image().raster();
    int soft = 0;
    for (int pixel : image.toArgb()) {
      if (pixel >>> 24 > 0 && pixel >>> 24 < 255) {
        soft++;
        int green = (pixel >> 8 & 0xFF) - Math.max(pixel >> 16 & 0xFF, pixel & 0xFF);
        assertThat(green).as("green cast of %x", pixel).isLessThan(30);
      }
    }
    assertThat(soft).as("soft pixels along a circle of 440").isGreaterThan(150);
    assertThat(cutout.confidence()).isGreaterThan(0.85);
  }

  @Test
  void cut_whitePatchInsideTheProduct_staysOpaque() throws InterruptedException {
    RasterImage photo = studio(0xFFFFFF, PRODUCT, 0, 0);
    int[] argb = photo.toArgb();
    for (int y = 110; y < 150; y++) {
      Arrays.fill(argb, y * SIDE + 110, y * SIDE + 150, 0xFFFFFFFF);
    }

    Cutout cutout = cut(RasterImage.adopt(photo.size(), argb));

    RasterImage image = cutout.image().raster();
    assertThat(image.argb(image.width() / 2, image.height() / 2)).isEqualTo(0xFFFFFFFF);
    assertThat(cutout.confidence()).as("it could be a hole").isLessThan(0.7);
  }

  @Test
  void cut_productInTheGroundsColour_isRefused() {
    assertRefused(studio(0xE0E0E0, 0xE6E6E6, 1, 0), "stands out|reliably");
  }

  @Test
  void cut_pictureWithoutPlainFrame_isRefused() {
    assertRefused(TestImages.photo(SIDE, SIDE, true, 4), "no studio photo: only \\d+ % of");
  }

  @Test
  void cut_productCutByTheFrame_isRefused() {
    RasterImage photo = studio(0xF0F0F0, PRODUCT, 0, 0);
    int[] argb = photo.toArgb();
    for (int y = 130; y < SIDE; y++) {
      Arrays.fill(argb, y * SIDE + 60, y * SIDE + 200, 0xFF000000 | PRODUCT);
    }

    assertRefused(RasterImage.adopt(photo.size(), argb), "no studio photo");
  }

  @Test
  void cut_frayedOutline_isRefused() {
    RasterImage photo = studio(0xF0F0F0, PRODUCT, 0, 0);
    int[] argb = photo.toArgb();
    Random random = new Random(6);
    for (int i = 0; i < argb.length; i++) {
      int y = i / SIDE;
      double distance = Math.hypot(i - y * SIDE - CENTRE, y - CENTRE);
      if (distance > 60 && distance < 85) {
        argb[i] = random.nextInt(3) == 0 ? 0xFFF0F0F0 : 0xFF000000 | PRODUCT;
      }
    }

    assertRefused(RasterImage.adopt(photo.size(), argb), "frayed");
  }

  private Cutout cut(RasterImage photo) throws InterruptedException {
    return maker.cut(
        new CutoutRequest("ball.jpg", ImageSource.of(photo)), StageContext.standalone());
  }

  private void assertRefused(RasterImage photo, String why) {
    assertThatThrownBy(() -> cut(photo))
        .isInstanceOf(UnsupportedInputException.class)
        .hasMessageStartingWith("photo ball.jpg")
        .hasMessageContaining("give a")
        .hasMessageMatching(".*(" + why + ").*");
  }

  /** Paints a ball on a ground that fades to the corners, with noise and a shadow below. */
  private static RasterImage studio(int ground, int product, double noise, double shadow) {
    Random random = new Random(9);
    int[] argb = new int[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double fade = noise == 0 ? 0 : 0.08 * (Math.pow(x - CENTRE, 2) + y * y) / (SIDE * SIDE);
        double below = Math.hypot((x - CENTRE) / 1.6, (y - CENTRE - RADIUS) * 2.2);
        double dark = shadow * Math.exp(-below * below / 1800);
        double alpha = coverage(x, y);
        int pixel = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
          double behind = (ground >> shift & 0xFF) * (1 - fade) * (1 - dark);
          double level = alpha * (product >> shift & 0xFF) + (1 - alpha) * behind;
          level += random.nextGaussian() * noise;
          pixel = pixel << 8 | (int) Math.max(0, Math.min(255, Math.round(level)));
        }
        argb[y * SIDE + x] = pixel;
      }
    }
    return RasterImage.adopt(new Size(SIDE, SIDE), argb);
  }

  private static double coverage(double x, double y) {
    double inside = RADIUS - Math.hypot(x - CENTRE, y - CENTRE);
    return Math.max(0, Math.min(1, inside + 0.5));
  }
}
