package org.brandimage.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.brandimage.imaging.raster.Lab;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;

class PictureMetricsTest {
  private static RasterImage of(int width, int... argb) {
    return RasterImage.of(new Size(width, argb.length / width), argb);
  }

  @Test
  void psnr_oneLevelEverywhere_is48Decibels() {
    RasterImage one = RasterImage.filled(new Size(4, 4), 0xff646464);
    RasterImage other = RasterImage.filled(new Size(4, 4), 0xff656565);

    assertThat(Psnr.of(one, other)).isCloseTo(20 * Math.log10(255), within(1e-9));
    assertThat(Psnr.of(one, one)).isInfinite();
  }

  @Test
  void psnr_masked_countsKeptPixelsOnly() {
    RasterImage one = of(2, 0xff000000, 0xff000000);
    RasterImage other = of(2, 0xff0a0000, 0xffffffff);
    Mask left = Mask.of(one.size(), (x, y) -> x == 0);

    assertThat(Psnr.masked(one, other, left))
        .isCloseTo(10 * Math.log10(65025 / (100 / 3.0)), within(1e-9));
    assertThatThrownBy(() -> Psnr.masked(one, other, Mask.of(one.size(), (x, y) -> false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keep a pixel");
  }

  /** By hand: rg = 255, 0; yb = 127.5, 0; variances 127.5² and 63.75²; means 127.5 and 63.75. */
  @Test
  void colourfulness_redAndBlack_isAsComputedByHand() {
    RasterImage picture = of(2, 0xffff0000, 0xff000000);
    double spread = Math.hypot(127.5, 63.75);

    assertThat(Colourfulness.of(picture)).isCloseTo(1.3 * spread, within(1e-9));
  }

  @Test
  void colourfulness_greys_isZero() {
    assertThat(Colourfulness.of(of(2, 0xff000000, 0xffffffff))).isZero();
  }

  /** By hand: one white pixel in the middle of 5x5 black; the inner 3x3 has -1020 and four 255. */
  @Test
  void sharpness_onePoint_isAsComputedByHand() {
    int[] argb = new int[25];
    Arrays.fill(argb, 0xff000000);
    argb[12] = 0xffffffff;
    double mean = (-1020 + 4 * 255) / 9.0;
    double squares = (1020.0 * 1020 + 4 * 255.0 * 255) / 9;

    assertThat(Sharpness.of(of(5, argb))).isCloseTo(squares - mean * mean, within(0.1));
  }

  @Test
  void sharpness_enlargedFourTimes_staysTheSame() {
    int[] grey = TestPictures.texture(512, 512);
    int[] large = new int[2048 * 2048];
    Arrays.setAll(large, i -> grey[i / 2048 / 4 * 512 + i % 2048 / 4]);
    double small = Sharpness.of(TestPictures.picture(grey, 512));

    assertThat(Sharpness.of(TestPictures.picture(large, 2048))).isCloseTo(small, within(0.01));
  }

  @Test
  void sharpness_flatOrTooSmall_isZeroOrRefused() {
    assertThat(Sharpness.of(RasterImage.filled(new Size(3, 3), 0xff336699))).isZero();
    assertThatThrownBy(() -> Sharpness.of(RasterImage.filled(new Size(2, 9), -1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 3 pixels");
  }

  @Test
  void exposure_halfBlackHalfWhite_countsBothEnds() {
    Exposure exposure = Exposure.of(of(2, 0xff000000, 0xffffffff));

    assertThat(exposure).isEqualTo(new Exposure(127.5, 0.5, 0.5, 127.5));
  }

  @Test
  void exposure_everyGrey_isItsOwnLuma() {
    for (int grey = 0; grey < 256; grey++) {
      RasterImage picture = RasterImage.filled(new Size(3, 2), 0xff000000 | grey * 0x010101);
      assertThat(Exposure.of(picture).mean()).isEqualTo(grey);
      assertThat(Luma.REC_601.of(grey * 0x010101)).isCloseTo(grey, within(1e-4f));
    }
  }

  @Test
  void paletteDistance_threeOfFourOnPalette_coversThreeQuarters() {
    RasterImage picture = of(4, 0xffff0000, 0xffff0000, 0xffffffff, 0xff0000ff);

    PaletteDistance distance =
        PaletteDistance.of(picture, List.of(Rgb.parse("#FF0000"), Rgb.parse("#FFFFFF")), 5);

    double blue =
        Math.min(
            Ciede2000.difference(Lab.of(0x0000ff), Lab.of(0xff0000)),
            Ciede2000.difference(Lab.of(0x0000ff), Lab.of(0xffffff)));
    assertThat(distance.coverage()).isEqualTo(0.75);
    assertThat(distance.mean()).isCloseTo(blue / 4, within(1e-9));
  }

  @Test
  void paletteDistance_noPaletteOrNegativeReach_isRefused() {
    RasterImage picture = of(1, -1);

    assertThatThrownBy(() -> PaletteDistance.of(picture, List.of(), 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PaletteDistance.of(picture, List.of(new Rgb(0, 0, 0)), -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  /** Gaussian noise of a known deviation on a slope, which must not count. */
  @Test
  void noise_ofKnownDeviation_isFoundOnASlope() {
    java.util.Random random = new java.util.Random(3);
    int[] slope = new int[160 * 160];
    int[] noisy = new int[slope.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = 50 + i % 160;
      noisy[i] = (int) Math.round(slope[i] + 8 * random.nextGaussian());
    }

    assertThat(NoiseAndBanding.of(TestPictures.picture(slope, 160)).noise()).isLessThan(0.01);
    assertThat(NoiseAndBanding.of(TestPictures.picture(noisy, 160)).noise()).isBetween(6.8, 8.2);
  }

  @Test
  void banding_slopeInSteps_isToldFromASmoothOne() {
    int[] smooth = new int[192 * 96];
    Arrays.setAll(smooth, i -> 40 + i % 192 / 2);
    int[] steps = Arrays.stream(smooth).map(v -> v / 8 * 8).toArray();

    assertThat(NoiseAndBanding.of(TestPictures.picture(smooth, 192)).banding()).isZero();
    assertThat(NoiseAndBanding.of(TestPictures.picture(steps, 192)).banding()).isEqualTo(1);
    assertThat(NoiseAndBanding.of(RasterImage.filled(new Size(17, 17), -1)))
        .isEqualTo(new NoiseAndBanding(0, 0));
  }

  @Test
  void halved_oddSides_mirrorTheLast() {
    Plane plane = Plane.of(new Size(3, 3), new float[] {0, 4, 8, 0, 4, 8, 100, 200, 300});

    Plane half = plane.halved();

    assertThat(half.size()).isEqualTo(new Size(2, 2));
    assertThat(half.toArray()).containsExactly(2, 8, 150, 300);
  }

  @Test
  void reduced_anyRatio_keepsTheMean() {
    for (int width : new int[] {33, 64, 97, 100}) {
      Plane plane =
          Luma.REC_601.plane(TestPictures.picture(TestPictures.texture(width, 50), width));
      Plane reduced = plane.reduced(32);
      assertThat(Math.max(reduced.width(), reduced.height())).isEqualTo(32);
      assertThat(mean(reduced)).isCloseTo(mean(plane), within(1e-2));
    }
  }

  @Test
  void reduced_wholeRatio_isTheMeanOfBlocks() {
    Plane plane = Plane.of(new Size(4, 2), new float[] {1, 3, 10, 20, 5, 7, 30, 40});

    assertThat(plane.reduced(2).toArray()).containsExactly(4, 25);
    assertThat(plane.reduced(4)).isSameAs(plane);
    assertThatThrownBy(() -> plane.reduced(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void weights_region_areTheMaskBitForBit() {
    Mask mask = Mask.of(new Size(70, 9), (x, y) -> (x * 7 + y * 3) % 5 < 2);
    Plane weights = Plane.weights(mask, new org.brandimage.spi.image.Box(3, 2, 61, 6));

    for (int y = 0; y < 6; y++) {
      for (int x = 0; x < 61; x++) {
        assertThat(weights.at(x, y)).isEqualTo(mask.keeps(x + 3, y + 2) ? 1 : 0);
      }
    }
    assertThatThrownBy(() -> Plane.weights(mask, new org.brandimage.spi.image.Box(3, 2, 70, 1)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static double mean(Plane plane) {
    double sum = 0;
    for (float value : plane.toArray()) {
      sum += value;
    }
    return sum / plane.size().pixels();
  }
}
