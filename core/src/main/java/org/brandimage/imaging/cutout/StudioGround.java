package org.brandimage.imaging.cutout;

import java.util.Arrays;

/**
 * The plain ground behind a product, as the photo's frame shows it: each of L*, a* and b* is a
 * surface of second degree over the picture, fitted to the frame by least squares without the
 * pixels that do not belong (the product may touch the edge). Studio light falls off smoothly, and
 * such a surface follows it. Immutable.
 */
final class StudioGround {
  private static final int TERMS = 6;
  private static final int SAMPLES_A_SIDE = 400;
  private static final int FITS = 4;

  /** Colour differences from the frame's median within which a sample may join the first fit. */
  private static final float FIRST_TOLERANCE = 20;

  private static final double LEAST_TOLERANCE = 3;
  private static final double LARGEST_TOLERANCE = 8;

  private final LabPlane lab;
  private final double[][] surfaces = new double[3][];
  private double spread;
  private double share;

  private StudioGround(LabPlane lab) {
    this.lab = lab;
  }

  /** Fits the ground of a photo of at least 3x3 pixels. */
  static StudioGround fit(LabPlane lab) {
    StudioGround ground = new StudioGround(lab);
    ground.fit(ground.frameSamples());
    return ground;
  }

  /** Returns the median colour difference between the frame and the fitted ground. */
  double spread() {
    return spread;
  }

  /** Returns the share of the frame that belongs to the ground, 0 to 1. */
  double share() {
    return share;
  }

  /** Returns the fitted value at a pixel of L* (0), a* (1) or b* (2). */
  double at(int channel, int x, int y) {
    double u = 2.0 * x / lab.width() - 1;
    double v = 2.0 * y / lab.height() - 1;
    double[] s = surfaces[channel];
    return s[0] + s[1] * u + s[2] * v + s[3] * u * u + s[4] * v * v + s[5] * u * v;
  }

  /** Returns the colour difference between a pixel and the ground behind it. */
  double difference(int x, int y) {
    int index = y * lab.width() + x;
    double dl = lab.lightness(index) - at(0, x, y);
    double da = lab.a(index) - at(1, x, y);
    double db = lab.b(index) - at(2, x, y);
    return Math.sqrt(dl * dl + da * da + db * db);
  }

  private int[] frameSamples() {
    int width = lab.width();
    int height = lab.height();
    int across = Math.min(width, SAMPLES_A_SIDE);
    int down = Math.min(height, SAMPLES_A_SIDE);
    int[] samples = new int[2 * (across + down)];
    int count = 0;
    for (int i = 0; i < across; i++) {
      int x = (int) ((long) i * width / across);
      samples[count++] = width + x;
      samples[count++] = (height - 2) * width + x;
    }
    for (int i = 0; i < down; i++) {
      int y = (int) ((long) i * height / down);
      samples[count++] = y * width + 1;
      samples[count++] = y * width + width - 2;
    }
    return samples;
  }

  private void fit(int[] samples) {
    Arrays.setAll(surfaces, channel -> new double[] {median(samples, channel), 0, 0, 0, 0, 0});
    double tolerance = FIRST_TOLERANCE;
    for (int i = 0; i < FITS; i++) {
      int[] chosen = within(samples, tolerance);
      if (chosen.length < 4 * TERMS) {
        break;
      }
      for (int channel = 0; channel < surfaces.length; channel++) {
        surfaces[channel] = leastSquares(chosen, channel);
      }
      spread = medianDifference(chosen);
      tolerance = Math.max(LEAST_TOLERANCE, Math.min(LARGEST_TOLERANCE, 4 * spread));
    }
    share = (double) within(samples, tolerance).length / samples.length;
  }

  private double median(int[] samples, int channel) {
    double[] values = Arrays.stream(samples).mapToDouble(i -> value(i, channel)).toArray();
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private double medianDifference(int[] samples) {
    double[] values =
        Arrays.stream(samples)
            .mapToDouble(i -> difference(i % lab.width(), i / lab.width()))
            .toArray();
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private int[] within(int[] samples, double tolerance) {
    return Arrays.stream(samples)
        .filter(i -> difference(i % lab.width(), i / lab.width()) <= tolerance)
        .toArray();
  }

  private float value(int index, int channel) {
    return channel == 0 ? lab.lightness(index) : channel == 1 ? lab.a(index) : lab.b(index);
  }

  /** Solves the normal equations, with a trace of ridge so that thin pictures have a solution. */
  private double[] leastSquares(int[] samples, int channel) {
    double[][] m = new double[TERMS][TERMS + 1];
    for (int index : samples) {
      int y = index / lab.width();
      double u = 2.0 * (index - y * lab.width()) / lab.width() - 1;
      double v = 2.0 * y / lab.height() - 1;
      double[] terms = {1, u, v, u * u, v * v, u * v};
      for (int row = 0; row < TERMS; row++) {
        for (int column = 0; column < TERMS; column++) {
          m[row][column] += terms[row] * terms[column];
        }
        m[row][TERMS] += terms[row] * value(index, channel);
      }
    }
    for (int i = 1; i < TERMS; i++) {
      m[i][i] += 1e-3 * samples.length;
    }
    return solved(m);
  }

  private static double[] solved(double[][] m) {
    for (int pivot = 0; pivot < TERMS; pivot++) {
      for (int row = 0; row < TERMS; row++) {
        double factor = row == pivot ? 0 : m[row][pivot] / m[pivot][pivot];
        for (int column = pivot; factor != 0 && column <= TERMS; column++) {
          m[row][column] -= factor * m[pivot][column];
        }
      }
    }
    double[] solution = new double[TERMS];
    Arrays.setAll(solution, row -> m[row][TERMS] / m[row][row]);
    return solution;
  }
}
