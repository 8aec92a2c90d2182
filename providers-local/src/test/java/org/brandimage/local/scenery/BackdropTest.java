package org.brandimage.local.scenery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.brandimage.imaging.raster.SrgbTransfer;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackdropTest {
  private static final Size SIZE = new Size(240, 240);

  @ParameterizedTest
  @CsvSource({
    "a golden hour mood, sunset",
    "starry night, night",
    "a quiet forest, forest",
    "a frosty morning, morning",
    "a wooden kitchen, warm",
    "nothing in particular, studio"
  })
  void of_words_choosesTheMood(String text, String name) {
    assertThat(Backdrop.of(List.of(text), List.of()).name()).isEqualTo(name);
  }

  @Test
  void of_severalTexts_theFirstThatNamesAMoodDecides() {
    assertThat(Backdrop.of(List.of("bold", "night", "sunset"), List.of()).name())
        .isEqualTo("night");
  }

  @Test
  void paint_sweep_isLitInTheMiddleAndDarkerInTheCornersAndTheBend() {
    RasterImage picture = Backdrop.of(List.of(), List.of()).paint(SIZE, 0, 1);
    assertThat(luminance(picture, 120, 90)).isGreaterThan(luminance(picture, 4, 4) * 1.3f);
    assertThat(luminance(picture, 120, 205)).isGreaterThan(luminance(picture, 120, 160) * 1.05f);
    assertThat(luminance(picture, 120, 90)).isGreaterThan(luminance(picture, 120, 160) * 1.05f);
  }

  @Test
  void paint_sweep_hasNoEdgeAndNoBands() {
    Size size = new Size(1200, 900);
    RasterImage picture = Backdrop.of(List.of("forest"), List.of()).paint(size, -0.6, 1);
    int[] runs = new int[2];
    for (int y = 1; y < size.height(); y++) {
      int step = Math.abs(green(picture, 600, y) - green(picture, 600, y - 1));
      assertThat(step).as("row %s", y).isLessThanOrEqualTo(3);
      runs[step == 0 ? 0 : 1]++;
    }
    // A gradient without dithering would change level in a few rows only.
    assertThat(runs[1]).isGreaterThan(size.height() / 6);
  }

  @Test
  void paint_otherSide_movesTheLight() {
    Backdrop backdrop = Backdrop.of(List.of("sunset"), List.of());
    RasterImage left = backdrop.paint(SIZE, -0.8, 1);
    RasterImage right = backdrop.paint(SIZE, 0.8, 1);
    assertThat(luminance(left, 20, 80)).isGreaterThan(luminance(right, 20, 80));
    assertThat(backdrop.light(-0.8).side()).isEqualTo(-0.8);
    assertThat(backdrop.light(0).warmth()).isGreaterThan(0);
  }

  @Test
  void paint_sameArguments_givesTheSamePixelsAndTheSeedMovesTheLights() {
    Backdrop night = Backdrop.of(List.of("night"), List.of());
    assertThat(night.paint(SIZE, 0, 5)).isEqualTo(night.paint(SIZE, 0, 5));
    assertThat(night.paint(SIZE, 0, 5)).isNotEqualTo(night.paint(SIZE, 0, 6));
    assertThat(night.paint(SIZE, 0, 5).opaque()).isTrue();
  }

  @Test
  void of_palette_coloursThePaperUnlessAMoodIsNamed() {
    List<Rgb> palette = List.of(new Rgb(10, 60, 160));
    int branded = Backdrop.of(List.of("plain"), palette).paint(SIZE, 0, 1).argb(120, 90);
    assertThat(branded & 255).isGreaterThan((branded >> 16 & 255) + 60);
    assertThat(Backdrop.of(List.of("sunset"), palette).name()).isEqualTo("sunset");
  }

  @ParameterizedTest
  @ValueSource(strings = {"64x64", "512x64", "64x512"})
  void paint_anyShape_isAnswered(String shape) {
    String[] sides = shape.split("x", -1);
    Size size = new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    assertThat(Backdrop.of(List.of("neon"), List.of()).paint(size, 1, 1).size()).isEqualTo(size);
  }

  private static float luminance(RasterImage picture, int x, int y) {
    return SrgbTransfer.luminance(picture.argb(x, y));
  }

  private static int green(RasterImage picture, int x, int y) {
    return picture.argb(x, y) >> 8 & 255;
  }
}
