package org.brandimage.local.index;

import java.util.Random;

/** Made-up unit vectors. */
final class TestVectors {
  private TestVectors() {}

  /** Returns a table of vectors around centres, ten each; ids are "v0" and on. */
  static VectorTable clustered(int count, int dimension, long seed) {
    VectorTable table = VectorTable.create(dimension);
    float[][] centres = new float[Math.max(1, count / 10)][];
    Random random = new Random(seed);
    for (int i = 0; i < centres.length; i++) {
      centres[i] = unit(dimension, random);
    }
    for (int i = 0; i < count; i++) {
      table.add("v" + i, near(centres[i % centres.length], random));
    }
    return table;
  }

  static float[] near(float[] centre, Random random) {
    float[] vector = centre.clone();
    for (int i = 0; i < vector.length; i++) {
      vector[i] += (float) (0.8 / Math.sqrt(vector.length) * random.nextGaussian());
    }
    return scaled(vector);
  }

  static float[] unit(int dimension, Random random) {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return scaled(vector);
  }

  static float[] scaled(float... vector) {
    double square = 0;
    for (float value : vector) {
      square += value * value;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }
}
