package org.brandimage.benchmarks.metric;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * MS-SSIM over OpenCV's vectorised primitives on one thread: four maps by its Gaussian filter, its
 * area reduction between scales, its arithmetic on whole matrices. The convention is that of core's
 * metric.
 */
final class OpenCvMsSsim {
  private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};
  private static final double C1 = 0.01 * 255 * 0.01 * 255;
  private static final double C2 = 0.03 * 255 * 0.03 * 255;
  private static final int MAPS = 11;
  private static final Size WINDOW = new Size(11, 11);

  private final Mat first;
  private final Mat second;
  private final boolean keep;
  private Mat[][] scales = matrices();

  private OpenCvMsSsim(Mat first, Mat second, boolean keep) {
    this.first = first;
    this.second = second;
    this.keep = keep;
  }

  /** Takes a square pair; with {@code keep} every matrix serves for the next call as well. */
  static OpenCvMsSsim of(float[] first, float[] second, int side, boolean keep) {
    nu.pattern.OpenCV.loadLocally();
    Core.setNumThreads(1);
    return new OpenCvMsSsim(matrix(first, side), matrix(second, side), keep);
  }

  private static Mat matrix(float[] values, int side) {
    Mat matrix = new Mat(side, side, CvType.CV_32F);
    matrix.put(0, 0, values);
    return matrix;
  }

  private static Mat[][] matrices() {
    Mat[][] matrices = new Mat[WEIGHTS.length][MAPS];
    for (Mat[] scale : matrices) {
      for (int map = 0; map < MAPS; map++) {
        scale[map] = new Mat();
      }
    }
    return matrices;
  }

  double similarity() {
    if (!keep) {
      scales = matrices();
    }
    Mat x = first;
    Mat z = second;
    double product = 1;
    for (int scale = 0; scale < WEIGHTS.length; scale++) {
      Mat[] maps = scales[scale];
      boolean last = scale == WEIGHTS.length - 1;
      product *= Math.pow(Math.max(0, mean(x, z, last, maps)), WEIGHTS[scale]);
      if (!last) {
        int width = x.cols() / 2;
        int height = x.rows() / 2;
        Size half = new Size(width, height);
        Imgproc.resize(x, maps[9], half, 0, 0, Imgproc.INTER_AREA);
        Imgproc.resize(z, maps[10], half, 0, 0, Imgproc.INTER_AREA);
        x = maps[9];
        z = maps[10];
      }
    }
    return product;
  }

  private static double mean(Mat x, Mat z, boolean luminance, Mat[] m) {
    Core.multiply(x, x, m[0]);
    Core.multiply(z, z, m[1]);
    Core.add(m[0], m[1], m[0]);
    Core.multiply(x, z, m[1]);
    Imgproc.GaussianBlur(x, m[2], WINDOW, 1.5);
    Imgproc.GaussianBlur(z, m[3], WINDOW, 1.5);
    Imgproc.GaussianBlur(m[0], m[4], WINDOW, 1.5);
    Imgproc.GaussianBlur(m[1], m[5], WINDOW, 1.5);
    Core.multiply(m[2], m[3], m[6]);
    Core.multiply(m[2], m[2], m[7]);
    Core.multiply(m[3], m[3], m[8]);
    Core.add(m[7], m[8], m[7]);
    Core.subtract(m[5], m[6], m[5]);
    m[5].convertTo(m[5], -1, 2, C2);
    Core.subtract(m[4], m[7], m[4]);
    m[4].convertTo(m[4], -1, 1, C2);
    Core.divide(m[5], m[4], m[5]);
    if (luminance) {
      m[6].convertTo(m[6], -1, 2, C1);
      m[7].convertTo(m[7], -1, 1, C1);
      Core.divide(m[6], m[7], m[6]);
      Core.multiply(m[5], m[6], m[5]);
    }
    return Core.mean(m[5].submat(5, x.rows() - 5, 5, x.cols() - 5)).val[0];
  }
}
