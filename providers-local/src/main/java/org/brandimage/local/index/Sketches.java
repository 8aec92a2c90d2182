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

  /** The centre moves with the rows; it is taken anew when they are this many times as many. */
  private static final int GROWTH_TO_CENTRE_ANEW = 4;

  final int coarseWords;
  final int fineWords;
  final long[][] coarse;
  final long[][] fine;

  /** Two numbers a row for {@link SketchEstimate}: its factor, and its product with the centre. */
  final float[][] terms;

  final int count;
  final SketchCentre centre;

  private Sketches(
      SketchCentre centre, long[][] coarse, long[][] fine, float[][] terms, int count) {
    int words = (centre.values.length + Long.SIZE - 1) / Long.SIZE;
    this.coarseWords = Math.min(MOST_COARSE_WORDS, words);
    this.fineWords = words - coarseWords;
    this.centre = centre;
    this.coarse = coarse;
    this.fine = fine;
    this.terms = terms;
    this.count = count;
  }

  static Sketches none(int dimension) {
    return new Sketches(
        SketchCentre.none(dimension), new long[0][], new long[0][], new float[0][], 0);
  }

  /** Returns sketches of the first rows; those that are there are taken over. */
  Sketches upTo(VectorRows rows, int size) {
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
    Sketches longer =
        new Sketches(
            anew ? SketchCentre.of(rows, size) : centre,
            copy(coarse, blocks, coarseWords, from),
            copy(fine, blocks, fineWords, from),
            longerTerms,
            size);
    float[] vector = new float[rows.dimension()];
    long[] sketch = new long[coarseWords + fineWords];
    for (int row = from; row < size; row++) {
      rows.read(row, vector);
      longer.sketch(vector, sketch);
      longer.put(row, sketch, vector);
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
        bits |= vector[i] > centre.values[i] ? 1L << bit : 0;
      }
      into[word] = bits;
    }
  }

  private void put(int row, long[] sketch, float[] vector) {
    int block = row >>> BLOCK_BITS;
    int place = row & BLOCK - 1;
    System.arraycopy(sketch, 0, coarse[block], place * coarseWords, coarseWords);
    System.arraycopy(sketch, coarseWords, fine[block], place * fineWords, fineWords);
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
