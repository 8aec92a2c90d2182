package org.brandimage.local.index;

/** The mean of some rows, and statistics of the rows around it. Immutable. */
final class BinaryCodeCentre {
  private static final int MOST_SAMPLED = 4096;

  /** The mean, whose length is below 1. */
  final float[] values;

  /** How many rows there were. */
  final int takenAt;

  /** The mean's square: the mean product of a row and it. */
  final double square;

  /** The usual distance of a row from the mean. */
  final double length;

  /**
   * The standard deviation of {@link BinaryCodeEstimate} for a query at distance 1 from the mean.
   */
  final double spread;

  private BinaryCodeCentre(float[] values, int takenAt, double square, double spread) {
    this.values = values;
    this.takenAt = takenAt;
    this.square = square;
    this.length = Math.sqrt(Math.max(0, 1 - square));
    this.spread = spread;
  }

  static BinaryCodeCentre none(int dimension) {
    return new BinaryCodeCentre(new float[dimension], 0, 0, 0);
  }

  static BinaryCodeCentre of(VectorRows rows, int size) {
    int sampled = Math.min(size, MOST_SAMPLED);
    double[] sums = new double[rows.dimension()];
    float[] vector = new float[rows.dimension()];
    for (int i = 0; i < sampled; i++) {
      rows.read(sample(i, size, sampled), vector);
      for (int j = 0; j < sums.length; j++) {
        sums[j] += vector[j];
      }
    }
    float[] mean = new float[sums.length];
    double square = 0;
    for (int j = 0; j < sums.length; j++) {
      mean[j] = (float) (sums[j] / sampled);
      square += (double) mean[j] * mean[j];
    }
    double spread = 0;
    for (int i = 0; i < sampled; i++) {
      rows.read(sample(i, size, sampled), vector);
      spread += spread(vector, mean) / sampled;
    }
    return new BinaryCodeCentre(mean, size, square, spread);
  }

  private static int sample(int i, int size, int sampled) {
    return (int) ((long) i * size / sampled);
  }

  /** The part of a row that its signs do not express, spread over all directions. */
  private static double spread(float[] vector, float[] mean) {
    double sum = 0;
    double square = 0;
    for (int j = 0; j < mean.length; j++) {
      double value = vector[j] - mean[j];
      sum += Math.abs(value);
      square += value * value;
    }
    double unsaid = square * mean.length - sum * sum;
    return sum == 0
        ? 0
        : square * Math.sqrt(Math.max(0, unsaid) / Math.max(1, mean.length - 1)) / sum;
  }

  /** The number by which the row's own signs give its square: its square by its absolute sum. */
  float factor(float[] vector) {
    double sum = 0;
    double square = 0;
    for (int j = 0; j < values.length; j++) {
      double value = vector[j] - values[j];
      sum += Math.abs(value);
      square += value * value;
    }
    return sum == 0 ? 0 : (float) (square / sum);
  }
}
