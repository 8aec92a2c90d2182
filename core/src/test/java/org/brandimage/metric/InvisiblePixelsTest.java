package org.brandimage.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lies under an alpha of 0 is never seen, so no metric may change with it. */
class InvisiblePixelsTest {
  private static final Size SIZE = new Size(200, 190);
  private static final Mask HALF = Mask.of(SIZE, (x, y) -> x < 120);

  /** A measure of a transparent picture and an opaque one. */
  private interface Measure extends ToDoubleBiFunction<RasterImage, RasterImage> {}

  static Stream<Named<Measure>> measures() {
    List<Rgb> palette = List.of(Rgb.parse("#E4572E"));
    return Stream.of(
        Named.of("MS-SSIM", MsSsim::of),
        Named.of("MS-SSIM of a reference", (a, b) -> MsSsim.reference(b).similarity(a)),
        Named.of("MS-SSIM in colour", MsSsim::rgb),
        Named.of("MS-SSIM masked", (a, b) -> MsSsim.masked(a, b, HALF)),
        Named.of("SSIM", Ssim::of),
        Named.of("SSIM in colour", Ssim::rgb),
        Named.of("SSIM masked", (a, b) -> Ssim.masked(a, b, HALF)),
        Named.of("edges", (a, b) -> EdgeMsSsim.of(a, b).similarity()),
        Named.of("edges masked", (a, b) -> EdgeMsSsim.masked(a, b, HALF).similarity()),
        Named.of(
            "edges of a region",
            (a, b) -> EdgeMsSsim.of(a, b, new Box(3, 5, 180, 177)).similarity()),
        Named.of("PSNR", Psnr::of),
        Named.of("PSNR masked", (a, b) -> Psnr.masked(a, b, HALF)),
        Named.of("CIEDE2000", Ciede2000::mean),
        Named.of("CIEDE2000 masked", (a, b) -> Ciede2000.mean(a, b, HALF)),
        Named.of("sharpness", (a, b) -> Sharpness.of(a)),
        Named.of("colourfulness", (a, b) -> Colourfulness.of(a)),
        Named.of("exposure", (a, b) -> Exposure.of(a).mean()),
        Named.of("contrast", (a, b) -> Exposure.of(a).contrast()),
        Named.of("noise", (a, b) -> NoiseAndBanding.of(a).noise()),
        Named.of("banding", (a, b) -> NoiseAndBanding.of(a).banding()),
        Named.of("palette", (a, b) -> PaletteDistance.of(a, palette, 10).mean()));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void measure_otherColoursUnderAlphaZero_isTheSame(Measure measure) {
    RasterImage opaque = picture(1, 255);
    double black = measure.applyAsDouble(cutout(0), opaque);

    for (int seed = 1; seed < 4; seed++) {
      assertThat(measure.applyAsDouble(cutout(seed), opaque)).isEqualTo(black);
    }
  }

  @Test
  void measure_translucentPicture_isSeenOnWhite() {
    RasterImage translucent = picture(2, 100);
    RasterImage shown = translucent.over(0xFFFFFF);
    RasterImage other = picture(1, 255);

    assertThat(MsSsim.of(translucent, other)).isEqualTo(MsSsim.of(shown, other));
    assertThat(Psnr.of(translucent, other)).isEqualTo(Psnr.of(shown, other));
    assertThat(Ciede2000.mean(translucent, other)).isEqualTo(Ciede2000.mean(shown, other));
    assertThat(Exposure.of(translucent)).isEqualTo(Exposure.of(shown));
  }

  /** A ball on nothing; under the nothing are colours drawn with a seed, black for 0. */
  private static RasterImage cutout(int seed) {
    Random random = new Random(seed);
    int[] argb = picture(7, 255).toArgb();
    for (int i = 0; i < argb.length; i++) {
      int dx = i % SIZE.width() - 100;
      int dy = Math.floorDiv(i, SIZE.width()) - 95;
      int hidden = seed == 0 ? 0 : random.nextInt(1 << 24);
      if (dx * dx + dy * dy > 80 * 80) {
        argb[i] = hidden;
      }
    }
    return RasterImage.adopt(SIZE, argb);
  }

  private static RasterImage picture(int seed, int alpha) {
    Random random = new Random(seed);
    int[] argb = new int[SIZE.width() * SIZE.height()];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = alpha << 24 | random.nextInt(1 << 24);
    }
    return RasterImage.adopt(SIZE, argb);
  }
}
