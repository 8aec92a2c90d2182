package org.brandimage.metric;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The Gaussian window by the Vector API, over pixels in the order of {@link VectorSsimRows}. Both
 * passes are the same sums, of the vectors 0 to 10 and 1 to 11 after each place. They are written
 * out twice, since Java 17 drops the checks of an index only in a loop of constant advance, and
 * does not inline so long a body.
 */
final class VectorWindow {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private VectorWindow() {}

  /** Filters rows so far apart, of which the first begins there, to two rows of sums. */
  static void down(
      float[] rows, int from, int apart, float[] weights, int length, float[] target, int second) {
    FloatVector w0 = FloatVector.broadcast(SPECIES, weights[0]);
    FloatVector w1 = FloatVector.broadcast(SPECIES, weights[1]);
    FloatVector w2 = FloatVector.broadcast(SPECIES, weights[2]);
    FloatVector w3 = FloatVector.broadcast(SPECIES, weights[3]);
    FloatVector w4 = FloatVector.broadcast(SPECIES, weights[4]);
    FloatVector w5 = FloatVector.broadcast(SPECIES, weights[5]);
    for (int x = 0; x < length; x += LANES) {
      int at = from + x;
      FloatVector r1 = at(rows, at + apart);
      FloatVector r10 = at(rows, at + 10 * apart);
      FloatVector sum = at(rows, at).add(r10).mul(w0);
      FloatVector next = at(rows, at + 11 * apart).add(r1).mul(w0);
      FloatVector r2 = at(rows, at + 2 * apart);
      FloatVector r9 = at(rows, at + 9 * apart);
      sum = r1.add(r9).fma(w1, sum);
      next = r2.add(r10).fma(w1, next);
      FloatVector r3 = at(rows, at + 3 * apart);
      FloatVector r8 = at(rows, at + 8 * apart);
      sum = r2.add(r8).fma(w2, sum);
      next = r3.add(r9).fma(w2, next);
      FloatVector r4 = at(rows, at + 4 * apart);
      FloatVector r7 = at(rows, at + 7 * apart);
      sum = r3.add(r7).fma(w3, sum);
      next = r4.add(r8).fma(w3, next);
      FloatVector r5 = at(rows, at + 5 * apart);
      FloatVector r6 = at(rows, at + 6 * apart);
      sum = r4.add(r6).fma(w4, sum);
      next = r5.add(r7).fma(w4, next);
      r5.fma(w5, sum).intoArray(target, x);
      r6.fma(w5, next).intoArray(target, second + x);
    }
  }

  /** Filters one row, two places at once; of an odd number of vectors one more is written. */
  static void along(float[] row, int from, float[] weights, int length, float[] target) {
    FloatVector w0 = FloatVector.broadcast(SPECIES, weights[0]);
    FloatVector w1 = FloatVector.broadcast(SPECIES, weights[1]);
    FloatVector w2 = FloatVector.broadcast(SPECIES, weights[2]);
    FloatVector w3 = FloatVector.broadcast(SPECIES, weights[3]);
    FloatVector w4 = FloatVector.broadcast(SPECIES, weights[4]);
    FloatVector w5 = FloatVector.broadcast(SPECIES, weights[5]);
    for (int x = 0; x < length; x += 2 * LANES) {
      int at = from + x;
      FloatVector r1 = at(row, at + LANES);
      FloatVector r10 = at(row, at + 10 * LANES);
      FloatVector sum = at(row, at).add(r10).mul(w0);
      FloatVector next = at(row, at + 11 * LANES).add(r1).mul(w0);
      FloatVector r2 = at(row, at + 2 * LANES);
      FloatVector r9 = at(row, at + 9 * LANES);
      sum = r1.add(r9).fma(w1, sum);
      next = r2.add(r10).fma(w1, next);
      FloatVector r3 = at(row, at + 3 * LANES);
      FloatVector r8 = at(row, at + 8 * LANES);
      sum = r2.add(r8).fma(w2, sum);
      next = r3.add(r9).fma(w2, next);
      FloatVector r4 = at(row, at + 4 * LANES);
      FloatVector r7 = at(row, at + 7 * LANES);
      sum = r3.add(r7).fma(w3, sum);
      next = r4.add(r8).fma(w3, next);
      FloatVector r5 = at(row, at + 5 * LANES);
      FloatVector r6 = at(row, at + 6 * LANES);
      sum = r4.add(r6).fma(w4, sum);
      next = r5.add(r7).fma(w4, next);
      r5.fma(w5, sum).intoArray(target, x);
      r6.fma(w5, next).intoArray(target, x + LANES);
    }
  }

  private static FloatVector at(float[] values, int index) {
    return FloatVector.fromArray(SPECIES, values, index);
  }
}
