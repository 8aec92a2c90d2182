package org.brandimage.metric;

import org.jspecify.annotations.Nullable;

/**
 * The similarity map in plain Java, in loops that the compiler of Java 17 turns into vector
 * instructions. It does so only for short loops whose accesses to one array lie whole vectors
 * apart. Hence the order of pixels in a row here: cut into {@value #LANES} equal pieces side by
 * side, so that the pixel k places to the right lies {@value #LANES} k entries on; and hence the
 * split of the eleven terms of a window over several loops.
 *
 * <p>Four maps suffice: both means, the mean of x²+z², the mean of xz. Rows are kept in a ring of
 * eleven, filtered downwards first, then along.
 */
final class PlainSsimRows implements SsimRows {
  private static final int LANES = 16;
  private static final int MAPS = 4;
  private static final int SIDE = SsimWindow.SIDE;

  private final Plane first;
  private final Plane second;
  private final @Nullable SsimMoments moments;
  private final int width;
  private final int piece;
  private final float[] weights = SsimWindow.weights();
  private final float[][][] ring;
  private final float[] column;
  private final float[][] blurred;
  private final float[] similarity;
  private int loaded;

  /** Takes two planes of one size, and moments of the first where they are known. */
  PlainSsimRows(Plane first, Plane second, @Nullable SsimMoments moments) {
    this.first = first;
    this.second = second;
    this.moments = moments;
    width = first.width();
    piece = (width + LANES - 1) / LANES;
    ring = new float[MAPS][SIDE][rowLength()];
    column = new float[rowLength() + LANES * (SIDE - 1)];
    blurred = new float[MAPS][rowLength()];
    similarity = new float[rowLength()];
  }

  @Override
  public int rowLength() {
    return piece * LANES;
  }

  @Override
  public int place(int x) {
    return x % piece * LANES + x / piece;
  }

  @Override
  public float[] means() {
    return blurred[0];
  }

  @Override
  public float[] squares() {
    return blurred[2];
  }

  @Override
  public SsimRows halved(@Nullable SsimMoments next) {
    return new PlainSsimRows(first.halved(), second.halved(), next);
  }

  @Override
  public void add(int y, boolean luminance, float[] target) {
    for (; loaded < y + SIDE; loaded++) {
      load(loaded);
    }
    for (int map = moments == null ? 0 : 1; map < MAPS; map++) {
      filterDown(ring[map], y);
      continueLanes();
      filterAlong(blurred[map]);
    }
    if (moments != null) {
      moments.supply(y, rowLength(), blurred[0], blurred[2]);
    }
    SsimWindow.contrastStructure(blurred[0], blurred[1], blurred[2], blurred[3], similarity);
    if (luminance) {
      SsimWindow.timesLuminance(blurred[0], blurred[1], similarity);
    }
    for (int i = 0; i < target.length; i++) {
      target[i] += similarity[i];
    }
  }

  private void load(int row) {
    int slot = row % SIDE;
    float[] x = ring[0][slot];
    float[] z = ring[1][slot];
    toLanes(first.values(), row * width, x);
    toLanes(second.values(), row * width, z);
    sumOfSquares(x, z, moments == null ? 1 : 0, ring[2][slot]);
    product(x, z, ring[3][slot]);
  }

  private void toLanes(float[] values, int offset, float[] target) {
    for (int lane = 0; lane < LANES; lane++) {
      int start = lane * piece;
      int length = Math.min(piece, width - start);
      for (int i = 0; i < length; i++) {
        target[i * LANES + lane] = values[offset + start + i] - SsimWindow.MID_GREY;
      }
    }
  }

  private void filterDown(float[][] rows, int y) {
    filterMiddle(
        rows[(y + 5) % SIDE],
        rows[(y + 4) % SIDE],
        rows[(y + 6) % SIDE],
        rows[(y + 3) % SIDE],
        rows[(y + 7) % SIDE]);
    filterEnds(
        rows[(y + 2) % SIDE],
        rows[(y + 8) % SIDE],
        rows[(y + 1) % SIDE],
        rows[(y + 9) % SIDE],
        rows[y % SIDE],
        rows[(y + 10) % SIDE]);
  }

  private void filterMiddle(float[] r5, float[] r4, float[] r6, float[] r3, float[] r7) {
    float[] target = column;
    float w5 = weights[5];
    float w4 = weights[4];
    float w3 = weights[3];
    for (int i = 0; i < r5.length; i++) {
      target[i] = w5 * r5[i] + w4 * (r4[i] + r6[i]) + w3 * (r3[i] + r7[i]);
    }
  }

  private void filterEnds(float[] r2, float[] r8, float[] r1, float[] r9, float[] r0, float[] r10) {
    float[] target = column;
    float w2 = weights[2];
    float w1 = weights[1];
    float w0 = weights[0];
    for (int i = 0; i < r0.length; i++) {
      target[i] += w2 * (r2[i] + r8[i]) + w1 * (r1[i] + r9[i]) + w0 * (r0[i] + r10[i]);
    }
  }

  /** Behind each lane's end stand the next lane's first pixels, all lanes at once. */
  private void continueLanes() {
    int end = rowLength();
    if (piece >= SIDE) {
      System.arraycopy(column, 1, column, end, LANES * (SIDE - 1));
      return;
    }
    for (int i = 0; i < LANES * (SIDE - 1); i++) {
      column[end + i] = column[i + 1];
    }
  }

  private void filterAlong(float[] target) {
    middleAlong(column, weights[5], weights[4], weights[3], target);
    nextAlong(column, weights[2], weights[1], target);
    endsAlong(column, weights[0], target);
  }

  private static void middleAlong(float[] row, float w5, float w4, float w3, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] =
          w5 * row[i + 5 * LANES]
              + w4 * (row[i + 4 * LANES] + row[i + 6 * LANES])
              + w3 * (row[i + 3 * LANES] + row[i + 7 * LANES]);
    }
  }

  private static void nextAlong(float[] row, float w2, float w1, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] +=
          w2 * (row[i + 2 * LANES] + row[i + 8 * LANES])
              + w1 * (row[i + LANES] + row[i + 9 * LANES]);
    }
  }

  private static void endsAlong(float[] row, float w0, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] += w0 * (row[i] + row[i + 10 * LANES]);
    }
  }

  private static void sumOfSquares(float[] x, float[] z, float ownShare, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = ownShare * x[i] * x[i] + z[i] * z[i];
    }
  }

  private static void product(float[] x, float[] z, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = x[i] * z[i];
    }
  }
}
