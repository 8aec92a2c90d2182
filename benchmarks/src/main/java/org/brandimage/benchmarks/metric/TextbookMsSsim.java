package org.brandimage.benchmarks.metric;

/**
 * MS-SSIM as most people would write it from the paper: 64-bit floats, one separable Gaussian
 * filter called five times a scale, a new array for every map. The convention is that of core's
 * metric.
 */
final class TextbookMsSsim {
  private static final int WINDOW = 11;
  private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};
  private static final double C1 = 0.01 * 255 * 0.01 * 255;
  private static final double C2 = 0.03 * 255 * 0.03 * 255;

  private TextbookMsSsim() {}

  static double of(double[] first, double[] second, int width, int height) {
    double[] x = first;
    double[] z = second;
    int w = width;
    int h = height;
    double product = 1;
    for (int scale = 0; scale < WEIGHTS.length; scale++) {
      double[] means = means(x, z, w, h);
      double mean = scale == WEIGHTS.length - 1 ? means[0] : means[1];
      product *= Math.pow(Math.max(0, mean), WEIGHTS[scale]);
      x = halved(x, w, h);
      z = halved(z, w, h);
      w = (w + 1) / 2;
      h = (h + 1) / 2;
    }
    return product;
  }

  /** Mean similarity and mean contrast-structure. */
  private static double[] means(double[] x, double[] z, int width, int height) {
    double[] mx = filtered(x, width, height);
    double[] mz = filtered(z, width, height);
    double[] xx = filtered(product(x, x), width, height);
    double[] zz = filtered(product(z, z), width, height);
    double[] xz = filtered(product(x, z), width, height);
    double similarity = 0;
    double contrastStructure = 0;
    for (int i = 0; i < mx.length; i++) {
      double varX = xx[i] - mx[i] * mx[i];
      double varZ = zz[i] - mz[i] * mz[i];
      double covariance = xz[i] - mx[i] * mz[i];
      double cs = (2 * covariance + C2) / (varX + varZ + C2);
      contrastStructure += cs;
      similarity += cs * (2 * mx[i] * mz[i] + C1) / (mx[i] * mx[i] + mz[i] * mz[i] + C1);
    }
    return new double[] {similarity / mx.length, contrastStructure / mx.length};
  }

  private static double[] product(double[] a, double[] b) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * b[i];
    }
    return product;
  }

  private static double[] filtered(double[] values, int width, int height) {
    double[] kernel = kernel();
    int w = width - WINDOW + 1;
    int h = height - WINDOW + 1;
    double[] rows = new double[w * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < w; x++) {
        double sum = 0;
        for (int k = 0; k < WINDOW; k++) {
          sum += kernel[k] * values[y * width + x + k];
        }
        rows[y * w + x] = sum;
      }
    }
    double[] result = new double[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        double sum = 0;
        for (int k = 0; k < WINDOW; k++) {
          sum += kernel[k] * rows[(y + k) * w + x];
        }
        result[y * w + x] = sum;
      }
    }
    return result;
  }

  private static double[] halved(double[] values, int width, int height) {
    int w = (width + 1) / 2;
    int h = (height + 1) / 2;
    double[] half = new double[w * h];
    for (int y = 0; y < h; y++) {
      int upper = 2 * y * width;
      int lower = Math.min(2 * y + 1, height - 1) * width;
      for (int x = 0; x < w; x++) {
        int right = Math.min(2 * x + 1, width - 1);
        half[y * w + x] =
            (values[upper + 2 * x]
                    + values[upper + right]
                    + values[lower + 2 * x]
                    + values[lower + right])
                / 4;
      }
    }
    return half;
  }

  private static double[] kernel() {
    double[] kernel = new double[WINDOW];
    double total = 0;
    for (int i = 0; i < WINDOW; i++) {
      kernel[i] = Math.exp(-(i - 5) * (i - 5) / 4.5);
      total += kernel[i];
    }
    for (int i = 0; i < WINDOW; i++) {
      kernel[i] /= total;
    }
    return kernel;
  }
}
