package org.brandimage.local.index;

import java.util.Arrays;

/**
 * Binary codes of rows: one bit per value, set where the value is above the mean of its dimension.
 * The first 128 bits are stored apart from the rest, so that a first comparison reads 16 bytes.
 * Immutable; {@link #upTo} returns a longer one that shares the existing blocks.
 *
 * <p>Signs of centred values order rows almost as cosines do (Charikar, "Similarity Estimation
 * Techniques from Rounding Algorithms", STOC 2002). Centring matters for real embeddings, which all
 * lean to one side: without it many bits are the same in every row.
 */
final class BinaryCodes {
  static final int BLOCK_BITS = 13;
  static final int BLOCK = 1 << BLOCK_BITS;
  private static final int MOST_COARSE_WORDS = 2;

  /** The centre moves with the rows; it is taken anew when they are this many times as many. */
  private static final int GROWTH_TO_CENTRE_ANEW = 4;

  final int coarseWords;
  final int fineWords;
  final long[][] coarse;
  final long[][] fine;

  /**
   * Two numbers a row for {@link BinaryCodeEstimate}: its factor, and its product with the centre.
   */
  final float[][] terms;

  final int count;
  final BinaryCodeCentre centre;

  private BinaryCodes(
      BinaryCodeCentre centre, long[][] coarse, long[][] fine, float[][] terms, int count) {
    int words = (centre.values.length + Long.SIZE - 1) / Long.SIZE;
    this.coarseWords = Math.min(MOST_COARSE_WORDS, words);
    this.fineWords = words - coarseWords;
    this.centre = centre;
    this.coarse = coarse;
    this.fine = fine;
    this.terms = terms;
    this.count = count;
  }

  static BinaryCodes none(int dimension) {
    return new BinaryCodes(
        BinaryCodeCentre.none(dimension), new long[0][], new long[0][], new float[0][], 0);
  }

  /** Returns the codes of the first rows; existing codes are reused. */
  BinaryCodes upTo(VectorRows rows, int size) {
    if (size <= count) {
      return this;
    }
    boolean anew = size >= (long) GROWTH_TO_CENTRE_ANEW * centre.takenAt;
    int from = anew ? 0 : count;
    int blocks = (size + BLOCK - 1) >>> BLOCK_BITS;
    float[][] longerTerms = Arrays.copyOf(terms, blocks);
    for (int i = from >>> BLOCK_BITS; i < blocks; i++) {
      longerTerms[i] = i << BLOCK_BITS < from ? terms[i].clone() : new float[2 * BLOCK];
    }
    BinaryCodes longer =
        new BinaryCodes(
            anew ? BinaryCodeCentre.of(rows, size) : centre,
            copy(coarse, blocks, coarseWords, from),
            copy(fine, blocks, fineWords, from),
            longerTerms,
            size);
    float[] vector = new float[rows.dimension()];
    long[] code = new long[coarseWords + fineWords];
    for (int row = from; row < size; row++) {
      rows.read(row, vector);
      longer.encode(vector, code);
      longer.put(row, code, vector);
    }
    return longer;
  }

  /** Writes the code of a vector. */
  void encode(float[] vector, long[] into) {
    for (int word = 0; word < into.length; word++) {
      long bits = 0;
      int end = Math.min(Long.SIZE, vector.length - word * Long.SIZE);
      for (int bit = 0; bit < end; bit++) {
        int i = word * Long.SIZE + bit;
        bits |= vector[i] > centre.values[i] ? 1L << bit : 0;
      }
      into[word] = bits;
    }
  }

  private void put(int row, long[] code, float[] vector) {
    int block = row >>> BLOCK_BITS;
    int place = row & BLOCK - 1;
    System.arraycopy(code, 0, coarse[block], place * coarseWords, coarseWords);
    System.arraycopy(code, coarseWords, fine[block], place * fineWords, fineWords);
    terms[block][2 * place] = centre.factor(vector);
    terms[block][2 * place + 1] = DotProduct.of(vector, 0, centre.values);
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
}
