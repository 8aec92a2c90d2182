package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Vec;

/** The running sums of one pixel's samples. Reused by one thread. */
final class PixelSums {

  private final double[][] half = new double[2][3];
  private final double[] squares = new double[3];
  private Vec albedo = Vec.ZERO;
  private double albedoSquares;
  private Vec normal = Vec.ZERO;
  private double nearness;
  private double nearnessSquares;
  private double alpha;
  private int count;

  void clear() {
    for (int c = 0; c < 3; c++) {
      half[0][c] = 0;
      half[1][c] = 0;
      squares[c] = 0;
    }
    albedo = Vec.ZERO;
    albedoSquares = 0;
    normal = Vec.ZERO;
    nearness = 0;
    nearnessSquares = 0;
    alpha = 0;
    count = 0;
  }

  void add(PixelSample s) {
    double[] h = half[count & 1];
    h[0] += s.light.x();
    h[1] += s.light.y();
    h[2] += s.light.z();
    squares[0] += s.light.x() * s.light.x();
    squares[1] += s.light.y() * s.light.y();
    squares[2] += s.light.z() * s.light.z();
    albedo = albedo.plus(s.albedo);
    double l = s.albedo.luminance();
    albedoSquares += l * l;
    normal = normal.plus(s.normal);
    nearness += s.nearness;
    nearnessSquares += s.nearness * s.nearness;
    alpha += s.alpha;
    count++;
  }

  void store(Film film, int pixel) {
    double n = count;
    for (int c = 0; c < 3; c++) {
      film.halves[0][3 * pixel + c] = (float) (half[0][c] * 2 / n);
      film.halves[1][3 * pixel + c] = (float) (half[1][c] * 2 / n);
      double mean = (half[0][c] + half[1][c]) / n;
      film.variance[3 * pixel + c] =
          (float) (Math.max(0, squares[c] / n - mean * mean) / Math.max(1, n - 1));
    }
    put(film.albedo, pixel, albedo.times(1 / n));
    double l = albedo.luminance() / n;
    film.albedoVariance[pixel] =
        (float) (Math.max(0, albedoSquares / n - l * l) / Math.max(1, n - 1));
    put(film.normal, pixel, normal.times(1 / n));
    Vec mean = normal.times(1 / n);
    film.normalVariance[pixel] =
        (float) (Math.max(0, 1 - mean.dot(mean)) / (3 * Math.max(1, n - 1)));
    double near = nearness / n;
    film.nearness[pixel] = (float) near;
    film.nearnessVariance[pixel] =
        (float) (Math.max(0, nearnessSquares / n - near * near) / Math.max(1, n - 1));
    film.alpha[pixel] = (float) (alpha / n);
  }

  private static void put(float[] plane, int pixel, Vec v) {
    plane[3 * pixel] = (float) v.x();
    plane[3 * pixel + 1] = (float) v.y();
    plane[3 * pixel + 2] = (float) v.z();
  }
}
