package org.brandimage.examples.scenes.tracer;

/**
 * Smooths noise but not detail: non-local means whose colour distances discount the known variance
 * (Rousselle et al. 2012), joined with the distances of albedo, normal and depth (Rousselle et al.
 * 2013). Colour is divided by the albedo before and multiplied after, so textures stay; each half
 * of the samples is smoothed by weights found on the other.
 */
final class Denoiser {

  private static final float ALBEDO_FLOOR = 0.04f;

  private final Film film;
  private final int threads;

  Denoiser(Film film, int threads) {
    this.film = film;
    this.threads = threads;
  }

  /** The smoothed light, three floats a pixel. */
  float[] smooth() throws InterruptedException {
    int n = film.width * film.height;
    float[] albedo = feature(film.albedo, film.albedoVariance);
    float[] a = new float[3 * n];
    float[] b = new float[3 * n];
    float[] variance = new float[3 * n];
    float[] noise = calibrated();
    for (int i = 0; i < 3 * n; i++) {
      float d = albedo[i] + ALBEDO_FLOOR;
      a[i] = film.halves[0][i] / d;
      b[i] = film.halves[1][i] / d;
      variance[i] = 2 * noise[i] / (d * d);
    }
    NonLocalMeans.Features features =
        new NonLocalMeans.Features(
            albedo, feature(film.normal, film.normalVariance), nearness(), film.alpha);
    NonLocalMeans filter = new NonLocalMeans(film.width, film.height, 7, 1, threads);
    float[] fa = filter.filter(new NonLocalMeans.Guide(b, variance, 0.65f), features, a);
    float[] fb = filter.filter(new NonLocalMeans.Guide(a, variance, 0.65f), features, b);
    float[] out = new float[3 * n];
    for (int i = 0; i < 3 * n; i++) {
      out[i] = Math.max(0, (fa[i] + fb[i]) / 2 * (albedo[i] + ALBEDO_FLOOR));
    }
    return out;
  }

  /**
   * A feature without the noise that a wide open lens puts into it; sharp features stay as they
   * are.
   */
  private float[] feature(float[] plane, float[] noise) throws InterruptedException {
    float[] variance = new float[plane.length];
    for (int i = 0; i < plane.length; i++) {
      variance[i] = noise[i / 3];
    }
    NonLocalMeans filter = new NonLocalMeans(film.width, film.height, 5, 1, threads);
    return filter.filter(new NonLocalMeans.Guide(plane, variance, 0.9f), null, plane);
  }

  private float[] nearness() throws InterruptedException {
    float[] plane = new float[film.albedo.length];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = film.nearness[i / 3];
    }
    return feature(plane, film.nearnessVariance);
  }

  /** The samples' variance, scaled by how far the two halves really differ around each pixel. */
  private float[] calibrated() {
    int n = film.width * film.height;
    float[] differs = new float[n];
    float[] stated = new float[n];
    for (int i = 0; i < n; i++) {
      for (int c = 3 * i; c < 3 * i + 3; c++) {
        float d = film.halves[0][c] - film.halves[1][c];
        differs[i] += d * d / 4;
        stated[i] += film.variance[c];
      }
    }
    Blur.box(differs, film.width, film.height, 4);
    Blur.box(stated, film.width, film.height, 4);
    float[] out = new float[3 * n];
    for (int i = 0; i < n; i++) {
      float scale = Math.min(2, Math.max(0.1f, (differs[i] + 1e-9f) / (stated[i] + 1e-9f)));
      for (int c = 3 * i; c < 3 * i + 3; c++) {
        out[c] = film.variance[c] * scale;
      }
    }
    return out;
  }
}
