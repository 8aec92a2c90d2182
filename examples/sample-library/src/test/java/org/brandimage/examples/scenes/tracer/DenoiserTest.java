package org.brandimage.examples.scenes.tracer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.brandimage.examples.scenes.geometry.Vec;
import org.junit.jupiter.api.Test;

class DenoiserTest {

  private static final int SIDE = 40;
  private static final double NOISE = 0.1;

  @Test
  void smooth_evenNoisyGround_keepsTheMeanAndLosesTheNoise() throws InterruptedException {
    float[] smooth = new Denoiser(noisy(0.5, 0.5), 1).smooth();
    double sum = 0;
    double squares = 0;
    int n = SIDE * SIDE;
    for (int i = 0; i < n; i++) {
      sum += smooth[3 * i] / n;
      squares += (smooth[3 * i] - 0.5) * (smooth[3 * i] - 0.5) / n;
    }
    assertThat(sum).isCloseTo(0.5, within(0.01));
    assertThat(Math.sqrt(squares)).isLessThan(NOISE / Math.sqrt(2) / 3);
  }

  @Test
  void smooth_edgeFarAboveTheNoise_staysSharp() throws InterruptedException {
    float[] smooth = new Denoiser(noisy(0.2, 2.0), 1).smooth();
    int row = SIDE / 2 * SIDE;

    assertThat(smooth[3 * (row + SIDE / 2 - 2)]).isCloseTo(0.2f, within(0.08f));
    assertThat(smooth[3 * (row + SIDE / 2 + 1)]).isCloseTo(2.0f, within(0.08f));
  }

  @Test
  void apply_brighterLight_isNeverShownDarker() {
    double last = -1;
    for (double stop = -10; stop <= 6; stop += 0.25) {
      double shown = ToneCurve.apply(Vec.grey(0.18 * Math.pow(2, stop))).luminance();
      assertThat(shown).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(1);
      last = shown;
    }
    assertThat(last).isGreaterThan(0.97);
  }

  @Test
  void box_evenPlane_staysEven() {
    float[] plane = new float[12 * 7];
    java.util.Arrays.fill(plane, 3);
    Blur.gaussian(plane, 12, 7, 2.5);

    for (float v : plane) {
      assertThat(v).isCloseTo(3, within(1e-4f));
    }
  }

  private static Film noisy(double left, double right) {
    Film film = new Film(SIDE, SIDE);
    Random random = new Random(4);
    for (int i = 0; i < SIDE * SIDE; i++) {
      double mean = i % SIDE < SIDE / 2 ? left : right;
      film.alpha[i] = 1;
      film.nearness[i] = 1;
      film.normal[3 * i + 1] = 1;
      for (int c = 3 * i; c < 3 * i + 3; c++) {
        film.albedo[c] = 0.5f;
        film.halves[0][c] = (float) (mean + NOISE * random.nextGaussian());
        film.halves[1][c] = (float) (mean + NOISE * random.nextGaussian());
        film.variance[c] = (float) (NOISE * NOISE / 2);
      }
    }
    return film;
  }
}
