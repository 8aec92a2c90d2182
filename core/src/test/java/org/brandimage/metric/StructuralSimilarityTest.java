package org.brandimage.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Golden values computed in 64-bit floats straight from the papers' formulas, in the convention of
 * the authors' msssim.m; every side is even at every scale.
 */
class StructuralSimilarityTest {
  @ParameterizedTest
  @CsvSource({
    "texture,256,256,noise,0.994464,0.942169",
    "texture,256,256,plus12,0.999384,0.991278",
    "texture,256,256,quant32,0.993786,0.908493",
    "texture,256,256,shift3,0.838612,0.406568",
    "texture,256,256,contrast,0.961287,0.948745",
    "texture,512,320,noise,0.996270,0.958758",
    "texture,512,320,plus12,0.999407,0.992179",
    "texture,512,320,quant32,0.995539,0.934522",
    "texture,512,320,shift3,0.774563,0.409225",
    "texture,512,320,contrast,0.961368,0.950478",
    "gradient,256,256,noise,0.919833,0.550727",
    "gradient,256,256,plus12,0.999401,0.989461",
    "gradient,256,256,quant32,0.792055,0.881826",
    "gradient,256,256,shift3,0.996049,0.987371",
    "gradient,256,256,contrast,0.981913,0.977667",
    "gradient,512,320,noise,0.908574,0.543407",
    "gradient,512,320,plus12,0.999238,0.988259",
    "gradient,512,320,quant32,0.810436,0.928781",
    "gradient,512,320,shift3,0.996953,0.990164",
    "gradient,512,320,contrast,0.988917,0.976227",
  })
  void of_picturesFromFormulas_equalTheGoldenValues(
      String name, int width, int height, String distortion, double msSsim, double ssim) {
    int[] grey =
        name.equals("texture")
            ? TestPictures.texture(width, height)
            : TestPictures.gradient(width, height);
    RasterImage original = TestPictures.picture(grey, width);
    RasterImage other =
        TestPictures.picture(TestPictures.distorted(grey, width, distortion), width);

    assertThat(MsSsim.of(original, other)).isCloseTo(msSsim, within(1e-5));
    assertThat(MsSsim.of(other, original)).isCloseTo(msSsim, within(1e-5));
    assertThat(Ssim.of(original, other)).isCloseTo(ssim, within(1e-5));
  }

  @Test
  void of_equalPictures_isOne() {
    RasterImage picture = TestPictures.picture(TestPictures.texture(199, 177), 199);

    assertThat(MsSsim.of(picture, picture)).isCloseTo(1, within(1e-6));
    assertThat(Ssim.of(picture, picture)).isCloseTo(1, within(1e-6));
  }

  @Test
  void ssim_oneWindow_equalsTheFormulaInDoubles() {
    int[] a = TestPictures.texture(11, 11);
    int[] b = TestPictures.distorted(a, 11, "noise");

    assertThat(Ssim.of(TestPictures.picture(a, 11), TestPictures.picture(b, 11)))
        .isCloseTo(windowByTheBook(a, b), within(1e-5));
  }

  @Test
  void msSsim_negativeStructure_countsAsZero() {
    int[] grey = new int[176 * 176];
    Arrays.setAll(grey, i -> (i / 176 + i) % 2 == 0 ? 30 : 220);
    int[] inverted = Arrays.stream(grey).map(v -> 250 - v).toArray();

    assertThat(MsSsim.of(TestPictures.picture(grey, 176), TestPictures.picture(inverted, 176)))
        .isZero();
  }

  @Test
  void of_differentSizes_namesBoth() {
    RasterImage one = RasterImage.filled(new Size(176, 176), -1);
    RasterImage other = RasterImage.filled(new Size(176, 180), -1);

    assertThatThrownBy(() -> MsSsim.of(one, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("176x176 and 176x180");
    assertThatThrownBy(() -> Ssim.of(one, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("176x176 and 176x180");
  }

  @ParameterizedTest
  @CsvSource({"175,400", "400,175"})
  void msSsim_oneSideTooShort_namesTheMinimum(int width, int height) {
    RasterImage picture = RasterImage.filled(new Size(width, height), -1);

    assertThatThrownBy(() -> MsSsim.of(picture, picture))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 176 pixels")
        .hasMessageContaining(width + "x" + height);
  }

  @Test
  void ssim_sideBelowTheWindow_namesTheMinimum() {
    RasterImage picture = RasterImage.filled(new Size(10, 40), -1);

    assertThatThrownBy(() -> Ssim.of(picture, picture))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 11 pixels");
  }

  @Test
  void masked_everythingKept_equalsTheUnmasked() {
    int[] grey = TestPictures.texture(256, 200);
    Plane a = plane(grey, 256);
    Plane b = plane(TestPictures.distorted(grey, 256, "noise"), 256);
    Mask all = Mask.of(a.size(), (x, y) -> true);

    assertThat(MsSsim.masked(a, b, all)).isCloseTo(MsSsim.of(a, b), within(1e-7));
    assertThat(Ssim.masked(a, b, all)).isCloseTo(Ssim.of(a, b), within(1e-7));
  }

  @Test
  void masked_differenceOutside_doesNotCount() {
    int[] grey = TestPictures.texture(256, 200);
    int[] other = grey.clone();
    for (int i = 0; i < other.length; i++) {
      other[i] = i % 256 < 128 ? other[i] : 255 - other[i];
    }
    Plane a = plane(grey, 256);
    Plane b = plane(other, 256);
    Mask left = Mask.of(a.size(), (x, y) -> x < 128);

    assertThat(MsSsim.masked(a, b, left)).isCloseTo(1, within(1e-6));
    assertThat(Ssim.masked(a, b, left)).isCloseTo(1, within(1e-6));
    assertThat(MsSsim.masked(a, b, left.inverted())).isLessThan(0.2);
  }

  @Test
  void masked_nothingKept_saysSo() {
    Plane plane = plane(TestPictures.texture(200, 200), 200);
    Mask nothing = Mask.of(plane.size(), (x, y) -> false);

    assertThatThrownBy(() -> Ssim.masked(plane, plane, nothing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keeps no pixel");
  }

  @Test
  void msSsim_fourThreads_giveTheSameAnswer() throws Exception {
    int[] grey = TestPictures.texture(256, 256);
    RasterImage a = TestPictures.picture(grey, 256);
    RasterImage b = TestPictures.picture(TestPictures.distorted(grey, 256, "shift3"), 256);
    double alone = MsSsim.of(a, b);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Double>> tasks = java.util.Collections.nCopies(16, () -> MsSsim.of(a, b));
      for (Future<Double> answer : threads.invokeAll(tasks)) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Plane plane(int[] grey, int width) {
    return Luma.REC_601.plane(TestPictures.picture(grey, width));
  }

  /**
   * SSIM of one 11x11 window as the paper writes it: equation 13 with the weights of section III.
   */
  private static double windowByTheBook(int[] a, int[] b) {
    double[] weight = new double[121];
    double total = 0;
    for (int i = 0; i < 121; i++) {
      int dx = i % 11 - 5;
      int dy = i / 11 - 5;
      weight[i] = Math.exp(-(dx * dx + dy * dy) / 4.5);
      total += weight[i];
    }
    double ma = 0;
    double mb = 0;
    for (int i = 0; i < 121; i++) {
      ma += weight[i] / total * a[i];
      mb += weight[i] / total * b[i];
    }
    double va = 0;
    double vb = 0;
    double cov = 0;
    for (int i = 0; i < 121; i++) {
      double w = weight[i] / total;
      va += w * (a[i] - ma) * (a[i] - ma);
      vb += w * (b[i] - mb) * (b[i] - mb);
      cov += w * (a[i] - ma) * (b[i] - mb);
    }
    double c1 = 6.5025;
    double c2 = 58.5225;
    return (2 * ma * mb + c1) * (2 * cov + c2) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
  }
}
