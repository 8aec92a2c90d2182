package org.brandimage.benchmarks.retrieve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Random;
import org.brandimage.local.index.VectorTable;

/** Vectors to search, queries for them, and rows that a filter keeps. */
final class VectorWorkload {
  static final int DIMENSION = SentenceVectors.DIMENSION;
  static final int WANTED = 5;
  private static final int QUERIES = 500;
  private static final int FEW_QUERIES = 200;
  private static final int RIVALS_UP_TO = 200_000;
  private static final int CLUSTER = 100;
  private static final int ONE_PERCENT = 100;

  final float[][] rows;
  final float[][] queries;
  final VectorTable table = VectorTable.create(DIMENSION);

  /** One row in a hundred. */
  final BitSet kept = new BitSet();

  private VectorWorkload(float[][] rows, float[][] queries) {
    this.rows = rows;
    this.queries = queries;
    Random random = new Random(3);
    for (int i = 0; i < rows.length; i++) {
      table.add("v" + i, rows[i]);
      if (random.nextInt(ONE_PERCENT) == 0) {
        kept.set(i);
      }
    }
  }

  /**
   * Makes vectors.
   *
   * @param data "clusters" of 100 around random centres, noise 0.8 times as long as the centre;
   *     "loose" ones, noise twice as long; or "sentences"
   * @param size how many
   * @param sentences where sentence embeddings are kept
   */
  static VectorWorkload of(String data, int size, Path sentences)
      throws IOException, InterruptedException {
    int queries = size <= RIVALS_UP_TO ? QUERIES : FEW_QUERIES;
    return switch (data) {
      case "sentences" ->
          new VectorWorkload(
              SentenceVectors.rows(sentences, size), SentenceVectors.queries(sentences, queries));
      case "clusters" -> clusters(size, queries, 0.8);
      case "loose" -> clusters(size, queries, 2);
      default -> throw new IllegalArgumentException("no such data: " + data);
    };
  }

  private static VectorWorkload clusters(int size, int queries, double noise) {
    Random random = new Random(1);
    float[][] centres = new float[Math.max(1, size / CLUSTER)][];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = near(new float[DIMENSION], 1, random);
    }
    float[][] rows = new float[size][];
    for (int i = 0; i < size; i++) {
      rows[i] = near(centres[random.nextInt(centres.length)], noise, random);
    }
    float[][] wanted = new float[queries][];
    for (int i = 0; i < queries; i++) {
      wanted[i] = near(centres[random.nextInt(centres.length)], noise, random);
    }
    return new VectorWorkload(rows, wanted);
  }

  private static float[] near(float[] centre, double noise, Random random) {
    float[] vector = centre.clone();
    double square = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] += (float) (noise / Math.sqrt(vector.length) * random.nextGaussian());
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  /** Tells whether graphs are built over this many: at a million it would take hours. */
  boolean hasRivals() {
    return rows.length <= RIVALS_UP_TO;
  }

  /** Answers every query. */
  int[][] answers(NearestRows way) {
    int[][] found = new int[queries.length][];
    for (int i = 0; i < found.length; i++) {
      found[i] = way.of(queries[i]);
    }
    return found;
  }

  /** Returns which share of the rows that should be found were. */
  static double recall(int[][] found, int[][] truth) {
    int wanted = 0;
    int hit = 0;
    for (int i = 0; i < truth.length; i++) {
      for (int row : truth[i]) {
        wanted++;
        for (int other : found[i]) {
          hit += other == row ? 1 : 0;
        }
      }
    }
    return hit / (double) wanted;
  }
}
