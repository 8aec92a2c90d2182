package org.brandimage.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sides that fill no vector, strip or pair of rows, against the formula window by window. */
class WindowedSimilarityTest {
  private static final double[] WEIGHTS = weights();

  @ParameterizedTest
  @CsvSource({
    "11,11", "11,12", "12,11", "13,30", "18,11", "19,13", "26,12", "27,14", "43,11", "90,15",
    "165,12", "171,13", "265,12", "266,11", "267,13", "522,12", "523,13", "811,12"
  })
  void mean_anySides_isThatOfTheFormula(int width, int height) {
    int[] grey = TestPictures.texture(width, height);
    Plane a = plane(grey, width);
    Plane b = plane(TestPictures.distorted(grey, width, "noise"), width);

    assertThat(SsimScan.of(a, b).mean(true)).isCloseTo(byTheBook(a, b, true), within(1e-5));
    assertThat(SsimScan.of(a, b).mean(false)).isCloseTo(byTheBook(a, b, false), within(1e-5));
  }

  @Test
  void mean_oneWindowWeighted_isThatWindow() {
    int width = 300;
    int[] grey = TestPictures.texture(width, 14);
    Plane a = plane(grey, width);
    Plane b = plane(TestPictures.distorted(grey, width, "quant32"), width);
    for (int x : new int[] {5, 6, 150, 261, 294}) {
      for (int y = 5; y < 9; y++) {
        int column = x;
        int row = y;
        Plane weights = Plane.weights(Mask.of(a.size(), (i, j) -> i == column && j == row));

        assertThat(SsimScan.of(a, b).mean(weights, true))
            .isCloseTo(window(a, b, x - 5, y - 5, true), within(5e-5));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"177,179", "181,352", "353,176", "203,190"})
  void msSsim_oddSides_mirrorTheLastColumnAndRow(int width, int height) {
    int[] grey = TestPictures.texture(width, height);
    Plane a = plane(grey, width);
    Plane b = plane(TestPictures.distorted(grey, width, "contrast"), width);
    double[] powers = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};
    double expected = 1;
    Plane x = a;
    Plane z = b;
    for (int scale = 0; scale < 5; scale++) {
      expected *= Math.pow(byTheBook(x, z, scale == 4), powers[scale]);
      x = mirroredHalf(x);
      z = mirroredHalf(z);
    }

    assertThat(MsSsim.of(a, b)).isCloseTo(expected, within(1e-5));
  }

  @Test
  void reaches_anyThreshold_agreesWithTheSimilarity() {
    int[] grey = TestPictures.texture(256, 203);
    Plane a = plane(grey, 256);
    for (String distortion : new String[] {"noise", "quant32", "shift3", "contrast"}) {
      Plane b = plane(TestPictures.distorted(grey, 256, distortion), 256);
      double similarity = MsSsim.of(a, b);
      for (double off : new double[] {-0.5, -0.01, -1e-6, 1e-6, 0.002, 0.3}) {
        assertThat(MsSsim.reaches(a, b, similarity + off)).isEqualTo(off < 0);
      }
    }
    assertThat(MsSsim.reaches(a, a, 0.999)).isTrue();
  }

  @Test
  void rgb_colours_isTheMeanOfItsChannels() {
    int[] grey = TestPictures.texture(180, 190);
    int[] noisy = TestPictures.distorted(grey, 180, "noise");
    int[] plain = TestPictures.distorted(grey, 180, "contrast");
    RasterImage first = colour(grey, grey, grey);
    RasterImage second = colour(noisy, plain, grey);
    Plane a = plane(grey, 180);

    double msSsim = (MsSsim.of(a, plane(noisy, 180)) + MsSsim.of(a, plane(plain, 180)) + 1) / 3;
    double ssim = (Ssim.of(a, plane(noisy, 180)) + Ssim.of(a, plane(plain, 180)) + 1) / 3;

    assertThat(MsSsim.rgb(first, second)).isCloseTo(msSsim, within(1e-6));
    assertThat(Ssim.rgb(first, second)).isCloseTo(ssim, within(1e-6));
  }

  @Test
  void masked_pictures_areComparedByTheirLuma() {
    int[] grey = TestPictures.texture(180, 190);
    RasterImage a = TestPictures.picture(grey, 180);
    RasterImage b = TestPictures.picture(TestPictures.distorted(grey, 180, "noise"), 180);
    Mask mask = Mask.of(a.size(), (x, y) -> x > 40 && y < 150);

    assertThat(MsSsim.masked(a, b, mask))
        .isEqualTo(MsSsim.masked(Luma.REC_601.plane(a), Luma.REC_601.plane(b), mask));
    assertThat(Ssim.masked(a, b, mask))
        .isEqualTo(Ssim.masked(Luma.REC_601.plane(a), Luma.REC_601.plane(b), mask));
  }

  private static RasterImage colour(int[] red, int[] green, int[] blue) {
    int[] argb = new int[red.length];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xff000000 | red[i] << 16 | green[i] << 8 | blue[i];
    }
    return RasterImage.of(new Size(180, 190), argb);
  }

  private static Plane plane(int[] grey, int width) {
    return Luma.REC_601.plane(TestPictures.picture(grey, width));
  }

  private static Plane mirroredHalf(Plane plane) {
    Size size = new Size((plane.width() + 1) / 2, (plane.height() + 1) / 2);
    float[] half = new float[size.width() * size.height()];
    for (int i = 0; i < half.length; i++) {
      int x = i % size.width() * 2;
      int y = i / size.width() * 2;
      int right = Math.min(x + 1, plane.width() - 1);
      int below = Math.min(y + 1, plane.height() - 1);
      half[i] =
          (plane.at(x, y) + plane.at(right, y) + plane.at(x, below) + plane.at(right, below)) / 4;
    }
    return Plane.of(size, half);
  }

  private static double byTheBook(Plane a, Plane b, boolean luminance) {
    double sum = 0;
    int across = a.width() - 10;
    int down = a.height() - 10;
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        sum += window(a, b, x, y, luminance);
      }
    }
    return sum / across / down;
  }

  private static double window(Plane a, Plane b, int left, int top, boolean luminance) {
    double ma = 0;
    double mb = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int i = 0; i < 121; i++) {
      double w = WEIGHTS[i % 11] * WEIGHTS[i / 11];
      double x = a.at(left + i % 11, top + i / 11);
      double z = b.at(left + i % 11, top + i / 11);
      ma += w * x;
      mb += w * z;
      aa += w * x * x;
      bb += w * z * z;
      ab += w * x * z;
    }
    double cs = (2 * (ab - ma * mb) + 58.5225) / (aa - ma * ma + bb - mb * mb + 58.5225);
    return luminance ? cs * (2 * ma * mb + 6.5025) / (ma * ma + mb * mb + 6.5025) : cs;
  }

  private static double[] weights() {
    double[] weights = new double[11];
    double total = 0;
    for (int i = 0; i < 11; i++) {
      weights[i] = Math.exp(-(i - 5) * (i - 5) / 4.5);
      total += weights[i];
    }
    for (int i = 0; i < 11; i++) {
      weights[i] /= total;
    }
    return weights;
  }
}
