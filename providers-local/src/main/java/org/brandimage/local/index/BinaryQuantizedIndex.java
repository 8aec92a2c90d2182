package org.brandimage.local.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * The default index: a scan over binary codes (one bit per value) selects some fifty rows and
 * compares them exactly, then compares every row whose code could still beat the k-th result. The
 * work depends on the rows: little where the nearest stand out, more where many are about as near.
 * Up to {@link #EXACT_UP_TO} eligible rows, such as those a narrow filter leaves, the scan is exact
 * instead. Cosines returned are always exact; a near row may be missed, 1 in 100 at most in every
 * measurement.
 *
 * <p>Nothing has to be built or saved: codes are computed when a search first meets new rows, in
 * some microseconds each, and take one bit a value and 8 bytes a row (5.6 MB for 100,000 rows of
 * 384 values). Removed rows are passed over. Figures beside a graph's stand in the benchmarks.
 */
public final class BinaryQuantizedIndex implements VectorIndex {
  /**
   * Up to so many eligible rows are compared exactly: about as long as a scan over codes takes
   * there, which at 384 values overtakes at some 800 rows in memory and is twice as fast at 2,000.
   */
  public static final int EXACT_UP_TO = 1_000;

  private static final int COARSE_KEPT = 500;
  private static final int KEPT = 50;
  private static final int KEPT_FOR_EACH_WANTED = 5;

  /** In a larger library more rows have similar codes. */
  private static final int ROWS_FOR_EACH_COARSE_KEPT = 200;

  private static final int ROWS_FOR_EACH_KEPT = 2_000;

  private final VectorRows rows;
  private final int effort;
  private final int exactUpTo;
  private volatile BinaryCodes codes;

  private BinaryQuantizedIndex(VectorRows rows, int effort, int exactUpTo) {
    this.rows = rows;
    this.effort = effort;
    this.exactUpTo = exactUpTo;
    this.codes = BinaryCodes.none(rows.dimension());
  }

  /**
   * Searches rows with the usual effort.
   *
   * @param rows the rows
   * @return the index
   */
  public static BinaryQuantizedIndex over(VectorRows rows) {
    return over(rows, 1);
  }

  /**
   * Searches rows with more effort: as many times more rows are looked at closely and compared.
   *
   * @param rows the rows
   * @param effort 1 or above; 1 is the usual
   * @return the index
   */
  public static BinaryQuantizedIndex over(VectorRows rows, int effort) {
    return over(rows, effort, EXACT_UP_TO);
  }

  /**
   * Searches rows, and scans exactly up to another number of eligible rows.
   *
   * @param rows the rows
   * @param effort 1 or above; 1 is the usual
   * @param exactUpTo 0 or above; {@link #EXACT_UP_TO} is the usual
   * @return the index
   */
  public static BinaryQuantizedIndex over(VectorRows rows, int effort, int exactUpTo) {
    if (effort < 1) {
      throw new IllegalArgumentException("effort must be 1 or above: " + effort);
    }
    if (exactUpTo < 0) {
      throw new IllegalArgumentException("exactUpTo must be 0 or above: " + exactUpTo);
    }
    return new BinaryQuantizedIndex(Objects.requireNonNull(rows, "rows"), effort, exactUpTo);
  }

  @Override
  public VectorRows rows() {
    return rows;
  }

  @Override
  public List<Neighbour> nearest(NearestQuery query) {
    NearestQuery.checked(query.shared(), rows.dimension());
    BitSet eligible = query.eligible(rows.live());
    int candidates = eligible.cardinality();
    if (candidates <= exactUpTo || candidates <= query.limit()) {
      return FlatIndex.scan(rows, query, eligible);
    }
    int kept =
        effort * Math.max(Math.max(KEPT, candidates / ROWS_FOR_EACH_KEPT), wanted(query.limit()));
    int coarseKept = effort * Math.max(COARSE_KEPT, candidates / ROWS_FOR_EACH_COARSE_KEPT);
    BinaryCodeScan scan = new BinaryCodeScan(caughtUp(), query.shared(), eligible);
    TopK top = new TopK(rows, query);
    int[] first = scan.nearest(coarseKept, kept);
    for (int row : first) {
      top.offer(row, rows.dot(row, query.shared()));
    }
    for (int row : scan.within(top.bound())) {
      if (Arrays.binarySearch(first, row) < 0) {
        top.offer(row, rows.dot(row, query.shared()));
      }
    }
    return top.bestFirst();
  }

  private static int wanted(int limit) {
    return (int) Math.min(Integer.MAX_VALUE / 2, (long) limit * KEPT_FOR_EACH_WANTED);
  }

  private BinaryCodes caughtUp() {
    int size = rows.size();
    if (codes.count < size) {
      synchronized (this) {
        codes = codes.upTo(rows, size);
      }
    }
    return codes;
  }

  @Override
  public String toString() {
    return "BinaryQuantizedIndex[" + rows.size() + " rows]";
  }
}
