package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Vec;

/**
 * A rendered picture in linear light with what the denoiser needs: two independent halves of the
 * samples, their variance, and the first surfaces' features. Colours are premultiplied by alpha.
 * Written by the renderer, one thread per pixel.
 */
public final class Film {

  final int width;
  final int height;

  /** The mean of the even and of the odd samples, three floats a pixel. */
  final float[][] halves;

  /** The variance of the mean of all samples, three floats a pixel. */
  final float[] variance;

  final float[] albedo;
  final float[] albedoVariance;
  final float[] normal;
  final float[] normalVariance;
  final float[] nearness;
  final float[] nearnessVariance;
  final float[] alpha;

  Film(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("film must be at least 1×1, was " + width + "×" + height);
    }
    this.width = width;
    this.height = height;
    int n = width * height;
    halves = new float[][] {new float[3 * n], new float[3 * n]};
    variance = new float[3 * n];
    albedo = new float[3 * n];
    albedoVariance = new float[n];
    normal = new float[3 * n];
    normalVariance = new float[n];
    nearness = new float[n];
    nearnessVariance = new float[n];
    alpha = new float[n];
  }

  /**
   * The width.
   *
   * @return pixels
   */
  public int width() {
    return width;
  }

  /**
   * The height.
   *
   * @return pixels
   */
  public int height() {
    return height;
  }

  /**
   * The coverage of a pixel.
   *
   * @param x column from the left
   * @param y row from the top
   * @return 0 (empty) to 1
   */
  public double alpha(int x, int y) {
    return alpha[y * width + x];
  }

  /**
   * The light of a pixel as rendered, without smoothing.
   *
   * @param x column from the left
   * @param y row from the top
   * @return linear colour, premultiplied by alpha
   */
  public Vec light(int x, int y) {
    int i = 3 * (y * width + x);
    float[] a = halves[0];
    float[] b = halves[1];
    return new Vec((a[i] + b[i]) / 2, (a[i + 1] + b[i + 1]) / 2, (a[i + 2] + b[i + 2]) / 2);
  }
}
