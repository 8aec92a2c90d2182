package org.brandimage.local.index;

/**
 * Estimates of cosines between a full query vector and the binary codes of rows, with about half
 * the error of comparing code with code. Used by one thread for one query.
 *
 * <p>The estimate is that of RaBitQ (Gao and Long, "RaBitQ: Quantizing High-Dimensional Vectors
 * with a Theoretical Error Bound for Approximate Nearest Neighbor Search", SIGMOD 2024), without
 * its random rotation: the sum of the centred query under the row's signs, times the factor that
 * would make it right for the row itself. Eight bits are summed by one look into a table.
 */
final class BinaryCodeEstimate {
  private static final int TABLE = 256;

  private final BinaryCodes codes;
  private final float[] tables;

  /** What a query has in common with the centre beyond the centre's own square. */
  private final float shift;

  private final double centredLength;

  BinaryCodeEstimate(BinaryCodes codes, float[] vector) {
    this.codes = codes;
    float[] centre = codes.centre.values;
    int bytes = (codes.coarseWords + codes.fineWords) * Long.BYTES;
    this.tables = new float[bytes * TABLE];
    double with = 0;
    double square = 0;
    double length = 0;
    for (int i = 0; i < vector.length; i++) {
      with += (double) vector[i] * centre[i];
      square += (double) centre[i] * centre[i];
      double own = vector[i] - centre[i];
      length += own * own;
    }
    this.shift = (float) (with - square);
    this.centredLength = Math.sqrt(length);
    for (int i = 0; i < bytes; i++) {
      fill(i, vector, centre);
    }
  }

  private void fill(int part, float[] vector, float[] centre) {
    int from = part * TABLE;
    for (int bit = 0; bit < Byte.SIZE; bit++) {
      int i = part * Byte.SIZE + bit;
      float value = i < vector.length ? vector[i] - centre[i] : 0;
      tables[from] -= value;
    }
    for (int bits = 1; bits < TABLE; bits++) {
      int i = part * Byte.SIZE + Integer.numberOfTrailingZeros(bits);
      float value = i < vector.length ? vector[i] - centre[i] : 0;
      tables[from + bits] = tables[from + (bits & bits - 1)] + 2 * value;
    }
  }

  /** Returns the estimated cosine. */
  float cosine(int row) {
    int block = row >>> BinaryCodes.BLOCK_BITS;
    int place = row & BinaryCodes.BLOCK - 1;
    int coarse = codes.coarseWords;
    int fine = codes.fineWords;
    float sum = sum(codes.coarse[block], place * coarse, coarse, 0);
    sum += sum(codes.fine[block], place * fine, fine, coarse * Long.BYTES * TABLE);
    float[] terms = codes.terms[block];
    return sum * terms[2 * place] + terms[2 * place + 1] + shift;
  }

  private float sum(long[] block, int from, int words, int firstTable) {
    float even = 0;
    float odd = 0;
    int table = firstTable;
    for (int i = from; i < from + words; i++) {
      long bits = block[i];
      for (int shifted = 0; shifted < Long.SIZE; shifted += 16) {
        even += tables[table + (int) ((bits >>> shifted) & 0xFF)];
        odd += tables[table + TABLE + (int) ((bits >>> (shifted + 8)) & 0xFF)];
        table += 2 * TABLE;
      }
    }
    return even + odd;
  }

  /** Returns the standard deviation of estimates for rows about as far from the centre. */
  double deviation() {
    return codes.centre.spread * centredLength;
  }

  /** Returns the angle between query and row, seen from the centre, in shares of a half turn. */
  double turn(double cosine) {
    double product = cosine - shift - codes.centre.square;
    double centred = product / Math.max(1e-9, centredLength * codes.centre.length);
    return Math.acos(Math.max(-1, Math.min(1, centred))) / Math.PI;
  }
}
