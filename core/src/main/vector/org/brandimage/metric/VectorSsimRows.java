package org.brandimage.metric;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The similarity map by the Vector API of the JDK (JEP 414), which is there only when the JVM was
 * started with {@code --add-modules jdk.incubator.vector}. Compiled in an execution of its own,
 * since the compiler's warning of an incubating module cannot be switched off.
 *
 * <p>Two rows of windows are filtered downwards together, so that each pixel is read twelve times
 * for twenty-two uses; x²+z² and xz are made on the way and never stored. In strips of {@value
 * #STRIP} windows all that is read again lies in the innermost cache.
 */
final class VectorSsimRows implements SsimRows {
  /** How many windows across a strip should have. */
  static final int STRIP = 256;

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int SIDE = SsimWindow.SIDE;
  private static final int RING = SIDE + 1;
  private static final int MAPS = 4;

  private final float[] first;
  private final float[] second;
  private final int planeWidth;
  private final int planeHeight;
  private final int left;
  private final int width;
  private final int across;

  /** The window with a 0 before it and a 0 behind it, for the lower and the upper of two rows. */
  private final float[] weights = new float[SIDE + 2];

  private final float[] firstRing;
  private final float[] secondRing;
  private final float[][] upper;
  private final float[][] lower;
  private final float[][] blurred;
  private int loaded;

  /** Takes the windows whose left column is from {@code left} on, so many across. */
  VectorSsimRows(Plane first, Plane second, int left, int across) {
    this.first = first.values();
    this.second = second.values();
    planeWidth = first.width();
    planeHeight = first.height();
    this.left = left;
    this.across = across;
    width = across + SIDE - 1;
    System.arraycopy(SsimWindow.weights(), 0, weights, 1, SIDE);
    firstRing = new float[RING * width];
    secondRing = new float[RING * width];
    upper = new float[MAPS][width];
    lower = new float[MAPS][width];
    blurred = new float[MAPS][across];
  }

  /** Tells whether so many windows fill a vector and so many rows a pair of windows. */
  static boolean fits(int across, int height) {
    return across >= LANES && height > SIDE;
  }

  @Override
  public int rowLength() {
    return across;
  }

  @Override
  public int place(int x) {
    return x;
  }

  @Override
  public void next(int y, boolean luminance, float[] target) {
    // With an odd number of rows the last has no partner; then the one above it is its partner.
    int top = Math.min(y - y % 2, planeHeight - RING);
    for (; loaded < top + RING; loaded++) {
      load(first, firstRing);
      load(second, secondRing);
    }
    if (y % 2 == 0) {
      for (int x = 0; x < width; x += LANES) {
        filterDown(top, Math.min(x, width - LANES));
      }
    }
    float[][] maps = y == top ? upper : lower;
    for (int map = 0; map < MAPS; map++) {
      filterAlong(maps[map], blurred[map]);
    }
    SsimWindow.contrastStructure(blurred[0], blurred[1], blurred[2], blurred[3], target);
    if (luminance) {
      SsimWindow.timesLuminance(blurred[0], blurred[1], target);
    }
  }

  /** Copies the next row, less mid-grey, so that rows a power of two apart share no cache lines. */
  private void load(float[] plane, float[] ring) {
    int from = loaded * planeWidth + left;
    int to = loaded % RING * width;
    for (int i = 0; i < width; i += LANES) {
      int x = Math.min(i, width - LANES);
      FloatVector.fromArray(SPECIES, plane, from + x)
          .sub(SsimWindow.MID_GREY)
          .intoArray(ring, to + x);
    }
  }

  private void filterDown(int top, int x) {
    FloatVector x0 = FloatVector.zero(SPECIES);
    FloatVector z0 = x0;
    FloatVector s0 = x0;
    FloatVector p0 = x0;
    FloatVector x1 = x0;
    FloatVector z1 = x0;
    FloatVector s1 = x0;
    FloatVector p1 = x0;
    int at = top % RING * width + x;
    for (int k = 0; k < RING; k++) {
      FloatVector a = FloatVector.fromArray(SPECIES, firstRing, at);
      FloatVector b = FloatVector.fromArray(SPECIES, secondRing, at);
      FloatVector squares = a.fma(a, b.mul(b));
      FloatVector product = a.mul(b);
      FloatVector w0 = FloatVector.broadcast(SPECIES, weights[k + 1]);
      FloatVector w1 = FloatVector.broadcast(SPECIES, weights[k]);
      x0 = a.fma(w0, x0);
      z0 = b.fma(w0, z0);
      s0 = squares.fma(w0, s0);
      p0 = product.fma(w0, p0);
      x1 = a.fma(w1, x1);
      z1 = b.fma(w1, z1);
      s1 = squares.fma(w1, s1);
      p1 = product.fma(w1, p1);
      at += width;
      at -= at < firstRing.length ? 0 : firstRing.length;
    }
    // Written out, which makes the method too long to be inlined: with this loop and the one along
    // the row in one compilation, the compiler gives up and leaves vectors in memory.
    x0.intoArray(upper[0], x);
    z0.intoArray(upper[1], x);
    s0.intoArray(upper[2], x);
    p0.intoArray(upper[3], x);
    x1.intoArray(lower[0], x);
    z1.intoArray(lower[1], x);
    s1.intoArray(lower[2], x);
    p1.intoArray(lower[3], x);
  }

  private void filterAlong(float[] row, float[] target) {
    FloatVector w0 = FloatVector.broadcast(SPECIES, weights[1]);
    FloatVector w1 = FloatVector.broadcast(SPECIES, weights[2]);
    FloatVector w2 = FloatVector.broadcast(SPECIES, weights[3]);
    FloatVector w3 = FloatVector.broadcast(SPECIES, weights[4]);
    FloatVector w4 = FloatVector.broadcast(SPECIES, weights[5]);
    FloatVector w5 = FloatVector.broadcast(SPECIES, weights[6]);
    for (int i = 0; i < across; i += LANES) {
      int x = Math.min(i, across - LANES);
      FloatVector sum = FloatVector.fromArray(SPECIES, row, x + 5).mul(w5);
      sum = pair(row, x + 4, x + 6).fma(w4, sum);
      sum = pair(row, x + 3, x + 7).fma(w3, sum);
      sum = pair(row, x + 2, x + 8).fma(w2, sum);
      sum = pair(row, x + 1, x + 9).fma(w1, sum);
      pair(row, x, x + 10).fma(w0, sum).intoArray(target, x);
    }
  }

  private static FloatVector pair(float[] row, int left, int right) {
    return FloatVector.fromArray(SPECIES, row, left)
        .add(FloatVector.fromArray(SPECIES, row, right));
  }
}
