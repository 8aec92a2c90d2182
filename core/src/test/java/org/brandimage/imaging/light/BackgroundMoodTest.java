package org.brandimage.imaging.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.data.Offset;
import org.brandimage.imaging.raster.SrgbTransfer;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link ColourGrade}, {@link DepthOfField} and the {@link SrgbTransfer} they rest on. */
class BackgroundMoodTest {
  private static final Size SIZE = new Size(120, 80);
  private static final LightEstimate LIGHT = LightEstimate.studio();

  @ParameterizedTest
  @CsvSource({
    "sunset, sunset",
    "a rainy afternoon, rain",
    "GOLDEN HOUR, sunset",
    "snowy, winter",
    "starry midnight, night",
    "falling prices, none",
    "nightgown, none"
  })
  void forThemes_words_choosesByWholeWords(String theme, String grade) {
    assertThat(ColourGrade.forThemes(List.of(theme)).name()).isEqualTo(grade);
  }

  @Test
  void forThemes_severalTexts_theFirstThatNamesAMoodDecides() {
    ColourGrade grade = ColourGrade.forThemes(List.of("bold", "winter", "night"));
    assertThat(grade.name()).isEqualTo("winter");
    assertThat(grade.named("A frosty lane")).isTrue();
    assertThat(grade.named("A sunny lane")).isFalse();
  }

  @Test
  void apply_none_returnsThePictureItself() {
    RasterImage picture = RasterImage.filled(SIZE, 0xFF607080);
    assertThat(ColourGrade.none().apply(picture, LIGHT)).isSameAs(picture);
    assertThat(ColourGrade.none().named("none")).isFalse();
  }

  @Test
  void apply_moods_changeLightAsTheyShould() {
    RasterImage picture = RasterImage.filled(SIZE, 0xFF909090);
    double[] plain = mean(picture);
    double[] sunset = mean(graded("sunset", picture));
    double[] winter = mean(graded("winter", picture));
    double[] night = mean(graded("night", picture));
    assertThat(sunset[0] - sunset[2]).as("sunset is warm").isGreaterThan(25);
    assertThat(winter[2] - winter[0]).as("winter is cold").isGreaterThan(8);
    assertThat(night[1]).as("night is dark").isLessThan(plain[1] / 2);
  }

  @Test
  void apply_nightOnABrightPicture_isStillANight() {
    double[] night = mean(graded("night", RasterImage.filled(SIZE, 0xFFF4F4F4)));
    assertThat(night[1]).isLessThan(80);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sunset", "morning", "night", "neon", "autumn", "winter", "rain", "summer", "spring",
        "warm", "luxury", "studio"
      })
  void apply_anyMood_keepsTheOrderOfGreysAndStaysOpaque(String theme) {
    // Left to right brighter in a row where neither glow nor corners turn the order around.
    Size size = new Size(256, 9);
    int[] ramp = new int[(int) size.pixels()];
    for (int i = 0; i < ramp.length; i++) {
      int level = i % 256;
      ramp[i] = 0xFF000000 | level * 0x010101;
    }
    RasterImage picture = RasterImage.of(size, ramp);
    RasterImage graded = ColourGrade.forThemes(List.of(theme)).apply(picture, LIGHT.withSide(1));
    assertThat(graded.opaque()).isTrue();
    assertThat(picture.toArgb()).isEqualTo(ramp);
    assertThat(SrgbTransfer.luminance(graded.argb(200, 4)))
        .isGreaterThan(SrgbTransfer.luminance(graded.argb(60, 4)));
  }

  @Test
  void blur_checks_areSoftAboveTheFocusAndUntouchedBelow() {
    Size size = new Size(200, 200);
    int[] argb = new int[(int) size.pixels()];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = (i % 200 / 4 + i / 200 / 4) % 2 == 0 ? 0xFFFFFFFF : 0xFF000000;
    }
    RasterImage sharp = RasterImage.adopt(size, argb);
    RasterImage soft = DepthOfField.of(sharp, 0.03).focused(0.75);
    for (int x = 40; x < 160; x++) {
      // Half the light, which is level 188, not half the level.
      assertThat(soft.argb(x, 40) & 255).isBetween(180, 196);
      assertThat(soft.argb(x, 160)).isEqualTo(sharp.argb(x, 160));
    }
  }

  @Test
  void blur_evenPicture_staysEvenUpToTheBorder() {
    RasterImage soft = DepthOfField.of(RasterImage.filled(SIZE, 0xFF6080A0), 0.03).focused(1);
    for (int x = 0; x < SIZE.width(); x++) {
      assertThat(soft.argb(x, 0) & 255).isBetween(0x9F, 0xA1);
    }
  }

  @Test
  void blur_amountOutOfRange_isRefused() {
    RasterImage picture = RasterImage.filled(SIZE, 0xFF000000);
    assertThat(DepthOfField.of(picture, 0).focused(0.5)).isSameAs(picture);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DepthOfField.of(picture, 0.06).focused(0.5))
        .withMessageContaining("0.06");
  }

  @Test
  void toLevel_everyLevel_comesBackFromItsLight() {
    for (int level = 0; level < 256; level++) {
      assertThat(SrgbTransfer.toLevel(SrgbTransfer.toLinear(level)))
          .isCloseTo(level, Offset.offset(0.02f));
    }
    // IEC 61966-2-1: level 188 is about half the light.
    assertThat(SrgbTransfer.toLinear(188)).isCloseTo(0.5029f, Offset.offset(0.0001f));
  }

  @Test
  void dither_levelBetweenTwo_givesBothInProportion() {
    int above = 0;
    for (int y = 0; y < 100; y++) {
      for (int x = 0; x < 100; x++) {
        int level = SrgbTransfer.dither(100.25f, x, y);
        assertThat(level).isBetween(100, 101);
        above += level - 100;
        assertThat(SrgbTransfer.dither(100, x, y)).isEqualTo(100);
      }
    }
    assertThat(above).isBetween(2300, 2700);
  }

  @Test
  void radii_anyDeviation_addUpToIt() {
    for (double sigma : new double[] {0.8, 2, 5.5, 40}) {
      double variance = 0;
      for (int radius : FloatImage.radii(sigma)) {
        variance += (Math.pow(2 * radius + 1, 2) - 1) / 12;
      }
      assertThat(Math.sqrt(variance)).isCloseTo(sigma, Offset.offset(0.12 * sigma + 0.1));
    }
  }

  private static RasterImage graded(String theme, RasterImage picture) {
    return ColourGrade.forThemes(List.of(theme)).apply(picture, LIGHT);
  }

  private static double[] mean(RasterImage picture) {
    double[] mean = new double[3];
    for (int pixel : picture.toArgb()) {
      mean[0] += (pixel >> 16 & 255) / (double) picture.size().pixels();
      mean[1] += (pixel >> 8 & 255) / (double) picture.size().pixels();
      mean[2] += (pixel & 255) / (double) picture.size().pixels();
    }
    return mean;
  }
}
