package org.brandimage.local.index;

import java.util.Arrays;

/**
 * One bit a value of every row: whether the value is above the mean of its place. Two words of 64
 * bits apart from the rest, so that a first look at a row touches 16 bytes. Immutable; {@link
 * #upTo} makes a longer one that shares what is there.
 *
 * <p>Signs of centred values order rows almost as cosines do (Charikar, "Similarity Estimation
 * Techniques from Rounding Algorithms", STOC 2002). Centring matters for real embeddings, which all
 * lean to one side: without it many bits are the same in every row.
 */
final class Sketches {
  static final int BLOCK_BITS = 13;
  static final int BLOCK = 1 << BLOCK_BITS;
  private static final int MOST_COARSE_WORDS = 2;
  private static final int MOST_SAMPLED = 4096;

  /** The centre moves with the rows; it is taken anew when they are this many times as many. */
  private static final int GROWTH_TO_CENTRE_ANEW = 4;

  final int coarseWords;
  final int fineWords;
  final long[][] coarse;
  final long[][] fine;
  final int count;
  private final float[] centre;
  private final int centredAt;

  private Sketches(float[] centre, int centredAt, long[][] coarse, long[][] fine, int count) {
    int words = (centre.length + Long.SIZE - 1) / Long.SIZE;
    this.coarseWords = Math.min(MOST_COARSE_WORDS, words);
    this.fineWords = words - coarseWords;
    this.centre = centre;
    this.centredAt = centredAt;
    this.coarse = coarse;
    this.fine = fine;
    this.count = count;
  }

  static Sketches none(int dimension) {
    return new Sketches(new float[dimension], 0, new long[0][], new long[0][], 0);
  }

  /** Returns sketches of the first rows; those that are there are taken over. */
  Sketches upTo(VectorRows rows, int size) {
    if (size <= count) {
      return this;
    }
    boolean anew = size >= (long) GROWTH_TO_CENTRE_ANEW * centredAt;
    int from = anew ? 0 : count;
    float[] middle = anew ? centreOf(rows, size) : centre;
    int blocks = (size + BLOCK - 1) >>> BLOCK_BITS;
    Sketches longer =
        new Sketches(
            middle,
            anew ? size : centredAt,
            copy(coarse, blocks, coarseWords, from),
            copy(fine, blocks, fineWords, from),
            size);
    float[] vector = new float[centre.length];
    long[] sketch = new long[coarseWords + fineWords];
    for (int row = from; row < size; row++) {
      rows.read(row, vector);
      longer.sketch(vector, sketch);
      longer.put(row, sketch);
    }
    return longer;
  }

  /** Writes the sketch of a vector. */
  void sketch(float[] vector, long[] into) {
    for (int word = 0; word < into.length; word++) {
      long bits = 0;
      int end = Math.min(Long.SIZE, vector.length - word * Long.SIZE);
      for (int bit = 0; bit < end; bit++) {
        int i = word * Long.SIZE + bit;
        bits |= vector[i] > centre[i] ? 1L << bit : 0;
      }
      into[word] = bits;
    }
  }

  private void put(int row, long[] sketch) {
    int place = row & BLOCK - 1;
    System.arraycopy(sketch, 0, coarse[row >>> BLOCK_BITS], place * coarseWords, coarseWords);
    System.arraycopy(sketch, coarseWords, fine[row >>> BLOCK_BITS], place * fineWords, fineWords);
  }

  /**
   * Full blocks are shared; the last one is copied, since readers of the shorter one may use it.
   */
  private static long[][] copy(long[][] blocks, int count, int words, int keptRows) {
    int kept = (keptRows + BLOCK - 1) >>> BLOCK_BITS;
    long[][] copies = Arrays.copyOf(Arrays.copyOf(blocks, kept), count);
    if (kept > 0) {
      copies[kept - 1] = copies[kept - 1].clone();
    }
    for (int i = kept; i < count; i++) {
      copies[i] = new long[BLOCK * words];
    }
    return copies;
  }

  private static float[] centreOf(VectorRows rows, int size) {
    int sampled = Math.min(size, MOST_SAMPLED);
    double[] sums = new double[rows.dimension()];
    float[] vector = new float[rows.dimension()];
    for (int i = 0; i < sampled; i++) {
      rows.read((int) ((long) i * size / sampled), vector);
      for (int j = 0; j < sums.length; j++) {
        sums[j] += vector[j];
      }
    }
    float[] centre = new float[sums.length];
    for (int j = 0; j < sums.length; j++) {
      centre[j] = (float) (sums[j] / sampled);
    }
    return centre;
  }
}
