package org.brandimage.scene;

/**
 * The colours and roughness of the lowest rows of a photo, where the ground is most often seen, as
 * the centres of up to four clusters (k-means). A cluster counts by its mass times the share of the
 * width it reaches over, so that a thing at the lower edge counts less than ground all along it.
 */
final class BottomColours {
  private static final int CLUSTERS = 4;
  private static final int FEATURES = 4;
  private static final int ROUNDS = 12;
  private static final double LOWEST_ROWS = 0.16;
  private static final double LEAST_SUPPORT = 0.2;
  private static final int COLUMN_BINS = 32;
  private static final double NEAR = 12;
  private static final double SLOPE = 2.5;

  private final float[][] samples;
  private final int columns;
  private final int[] cluster;
  private final double[][] centres = new double[CLUSTERS][];
  private final double[] support = new double[CLUSTERS];

  private BottomColours(float[][] samples, int columns) {
    this.samples = samples;
    this.columns = columns;
    this.cluster = new int[samples.length];
  }

  /** Returns for each pixel how like the lowest rows it is, from 0 to 1. */
  static FloatPlane likeness(WorkingPicture picture) {
    int rows = Math.max(1, (int) Math.round(picture.height * LOWEST_ROWS));
    int first = (picture.height - rows) * picture.width;
    float[][] samples = new float[rows * picture.width][];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = feature(picture, first + i);
    }
    BottomColours colours = new BottomColours(samples, picture.width);
    colours.spreadCentres();
    for (int round = 0; round < ROUNDS; round++) {
      colours.assign();
      colours.moveCentres();
    }
    colours.assign();
    colours.measureSupport();
    FloatPlane result = new FloatPlane(picture.width, picture.height);
    for (int i = 0; i < result.values.length; i++) {
      double distance = colours.distance(feature(picture, i));
      result.values[i] = (float) (1 / (1 + Math.exp((distance - NEAR) / SLOPE)));
    }
    return result;
  }

  private static float[] feature(WorkingPicture picture, int i) {
    return new float[] {
      picture.l.values[i], picture.a.values[i], picture.b.values[i], picture.deviation.values[i]
    };
  }

  /** Starts with the mean, then each time with the sample farthest from those chosen. */
  private void spreadCentres() {
    double[] mean = new double[FEATURES];
    for (float[] sample : samples) {
      for (int f = 0; f < FEATURES; f++) {
        mean[f] += sample[f] / samples.length;
      }
    }
    centres[0] = mean;
    double[] nearest = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      nearest[i] = squared(samples[i], mean);
    }
    for (int k = 1; k < CLUSTERS; k++) {
      int farthest = 0;
      for (int i = 1; i < samples.length; i++) {
        farthest = nearest[i] > nearest[farthest] ? i : farthest;
      }
      float[] chosen = samples[farthest];
      centres[k] = new double[] {chosen[0], chosen[1], chosen[2], chosen[3]};
      for (int i = 0; i < samples.length; i++) {
        nearest[i] = Math.min(nearest[i], squared(samples[i], centres[k]));
      }
    }
  }

  private void assign() {
    for (int i = 0; i < samples.length; i++) {
      int best = 0;
      double least = squared(samples[i], centres[0]);
      for (int k = 1; k < CLUSTERS; k++) {
        double distance = squared(samples[i], centres[k]);
        if (distance < least) {
          least = distance;
          best = k;
        }
      }
      cluster[i] = best;
    }
  }

  private void moveCentres() {
    double[][] sums = new double[CLUSTERS][FEATURES];
    int[] counts = new int[CLUSTERS];
    for (int i = 0; i < samples.length; i++) {
      counts[cluster[i]]++;
      for (int f = 0; f < FEATURES; f++) {
        sums[cluster[i]][f] += samples[i][f];
      }
    }
    for (int k = 0; k < CLUSTERS; k++) {
      for (int f = 0; f < FEATURES && counts[k] > 0; f++) {
        centres[k][f] = sums[k][f] / counts[k];
      }
    }
  }

  private void measureSupport() {
    int[] counts = new int[CLUSTERS];
    int bins = Math.min(COLUMN_BINS, columns);
    boolean[][] reached = new boolean[CLUSTERS][bins];
    for (int i = 0; i < samples.length; i++) {
      counts[cluster[i]]++;
      reached[cluster[i]][i % columns * bins / columns] = true;
    }
    double most = 0;
    for (int k = 0; k < CLUSTERS; k++) {
      int extent = 0;
      for (boolean bin : reached[k]) {
        extent += bin ? 1 : 0;
      }
      support[k] = (double) counts[k] / samples.length * extent / bins;
      most = Math.max(most, support[k]);
    }
    for (int k = 0; k < CLUSTERS; k++) {
      support[k] /= most;
    }
  }

  private double distance(float[] feature) {
    double least = Double.MAX_VALUE;
    for (int k = 0; k < CLUSTERS; k++) {
      if (support[k] >= LEAST_SUPPORT) {
        least = Math.min(least, squared(feature, centres[k]));
      }
    }
    return Math.sqrt(least);
  }

  private static double squared(float[] feature, double[] centre) {
    double sum = 0;
    for (int f = 0; f < FEATURES; f++) {
      double difference = feature[f] - centre[f];
      sum += difference * difference;
    }
    return sum;
  }
}
