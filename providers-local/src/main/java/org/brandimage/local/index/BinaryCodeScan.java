package org.brandimage.local.index;

import java.util.Arrays;
import java.util.BitSet;

/**
 * One search over binary codes: compares the coarse bits of all rows, then all bits of the nearest,
 * and returns the rows to compare exactly. Used by one thread.
 *
 * <p>Rows at the same distance are kept or left together, so equal vectors never depend on where
 * they stand. The first threshold is estimated from one row of every 64: counting all distances
 * first would take as long again.
 */
final class BinaryCodeScan {
  /** With 3 twice as many rows are compared, and one neighbour in 1000 more is found. */
  private static final double DEVIATIONS = 2.5;

  private final BinaryCodes codes;
  private final BinaryCodeEstimate estimate;
  private final long[] query;
  private final long[] eligible;
  private final int words;
  private int[] found = new int[1024];
  private int collectedTo;
  private int count;

  BinaryCodeScan(BinaryCodes codes, float[] vector, BitSet eligible) {
    this.codes = codes;
    this.estimate = new BinaryCodeEstimate(codes, vector);
    this.query = new long[codes.coarseWords + codes.fineWords];
    codes.encode(vector, query);
    this.eligible = eligible.toLongArray();
    this.words = Math.min(this.eligible.length, (codes.count + Long.SIZE - 1) / Long.SIZE);
    maskBeyond(codes.count);
  }

  private void maskBeyond(int size) {
    if (words > 0 && words * Long.SIZE > size) {
      eligible[words - 1] &= -1L >>> (words * Long.SIZE - size);
    }
  }

  /**
   * Returns about so many rows that are nearest by their estimates among those nearest by their
   * coarse bits, in rising order.
   */
  int[] nearest(int coarseKept, int kept) {
    int longest = codes.coarseWords * Long.SIZE;
    int threshold = coarseThreshold(Math.max(coarseKept, kept), longest);
    collect(threshold);
    while (count < kept && threshold < longest) {
      threshold = Math.min(longest, threshold + Math.max(1, longest / 32));
      collect(threshold);
    }
    if (count <= kept) {
      return Arrays.copyOf(found, count);
    }
    float[] cosines = new float[count];
    for (int i = 0; i < count; i++) {
      cosines[i] = estimate.cosine(found[i]);
    }
    float[] sorted = cosines.clone();
    Arrays.sort(sorted);
    return atLeast(cosines, sorted[count - kept]);
  }

  private int[] atLeast(float[] cosines, float least) {
    int[] near = new int[count];
    int left = 0;
    for (int i = 0; i < count; i++) {
      if (cosines[i] >= least) {
        near[left++] = found[i];
      }
    }
    return Arrays.copyOf(near, left);
  }

  /**
   * Returns the rows whose cosine may reach a bound, in rising order: those whose bits, and then
   * whose estimate, are not {@value #DEVIATIONS} standard deviations beyond what a row at the bound
   * would have. In a library of near duplicates that is nearly none, where all rows are about as
   * far it is many.
   */
  int[] within(double bound) {
    double turn = estimate.turn(bound);
    int coarseBits = codes.coarseWords * Long.SIZE;
    int mostCoarseBits = most(turn, coarseBits);
    if (mostCoarseBits > collectedTo) {
      collect(mostCoarseBits);
    }
    double least = bound - DEVIATIONS * estimate.deviation();
    int bits = query.length * Long.SIZE;
    int mostBits = most(turn, bits);
    int left = 0;
    for (int i = 0; i < count; i++) {
      int row = found[i];
      if (coarseDistance(row) + fineDistance(row) <= mostBits && estimate.cosine(row) >= least) {
        found[left++] = row;
      }
    }
    return Arrays.copyOf(found, left);
  }

  private int most(double turn, int bits) {
    return (int) Math.ceil(bits * turn + DEVIATIONS * Math.sqrt(bits * turn * (1 - turn)));
  }

  private int coarseThreshold(int wanted, int longest) {
    int[] histogram = new int[longest + 1];
    int sampled = 0;
    int eligibleRows = 0;
    for (int word = 0; word < words; word++) {
      long bits = eligible[word];
      if (bits != 0) {
        eligibleRows += Long.bitCount(bits);
        int turn = word * 29 & Long.SIZE - 1;
        int bit = Long.numberOfTrailingZeros(Long.rotateRight(bits, turn)) + turn & Long.SIZE - 1;
        histogram[coarseDistance(word * Long.SIZE + bit)]++;
        sampled++;
      }
    }
    long share = (long) Math.ceil((double) wanted * sampled / Math.max(1, eligibleRows));
    int threshold = 0;
    for (long sum = histogram[0]; sum < share && threshold < longest; ) {
      sum += histogram[++threshold];
    }
    return threshold;
  }

  private void collect(int threshold) {
    count = 0;
    collectedTo = threshold;
    for (int word = 0; word < words; word++) {
      if (found.length < count + Long.SIZE) {
        found = Arrays.copyOf(found, 2 * found.length);
      }
      long bits = eligible[word];
      if (bits == -1L && codes.coarseWords == 2) {
        count = collectAll(word, threshold, count);
      } else if (bits != 0) {
        collectSome(word, bits, threshold);
      }
    }
  }

  /** The hot loop: 64 rows of two words each. */
  private int collectAll(int word, int threshold, int from) {
    int first = word * Long.SIZE;
    long[] block = codes.coarse[first >>> BinaryCodes.BLOCK_BITS];
    int place = (first & BinaryCodes.BLOCK - 1) * 2;
    long query0 = query[0];
    long query1 = query[1];
    int[] rows = found;
    int next = from;
    for (int row = first; row < first + Long.SIZE; row++) {
      int distance =
          Long.bitCount(block[place] ^ query0) + Long.bitCount(block[place + 1] ^ query1);
      if (distance <= threshold) {
        rows[next++] = row;
      }
      place += 2;
    }
    return next;
  }

  private void collectSome(int word, long bits, int threshold) {
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      int row = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
      if (coarseDistance(row) <= threshold) {
        found[count++] = row;
      }
    }
  }

  private int coarseDistance(int row) {
    int width = codes.coarseWords;
    return distance(codes.coarse[row >>> BinaryCodes.BLOCK_BITS], row, width, 0);
  }

  private int fineDistance(int row) {
    int width = codes.fineWords;
    return distance(codes.fine[row >>> BinaryCodes.BLOCK_BITS], row, width, codes.coarseWords);
  }

  private int distance(long[] block, int row, int width, int from) {
    int place = (row & BinaryCodes.BLOCK - 1) * width;
    int distance = 0;
    for (int i = 0; i < width; i++) {
      distance += Long.bitCount(block[place + i] ^ query[from + i]);
    }
    return distance;
  }
}
