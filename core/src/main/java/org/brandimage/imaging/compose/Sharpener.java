package org.brandimage.imaging.compose;

/**
 * The sharpening of opaque pixels by what interpolation between two pixels takes away: a pixel
 * counts 44, each of its four neighbours -3, of 32. At half the finest frequency the response is
 * then 1.19 on a pixel and 0.84 midway between two, 1 on average. A pixel with a neighbour that is
 * not opaque stays: a colour that was pulled away from its alpha would show as a fringe.
 *
 * <p>Many short passes over a few rows each, two channels an int, in integers and without branches:
 * compilers vectorise those. Not thread-safe.
 */
final class Sharpener {
  private static final int LANES = 0x00FF00FF;
  // Keeps differences positive: 128 times 32, and 16 for rounding.
  private static final int BIAS = 0x10101010;

  private static final int CHUNK = 1024;

  private final int[] here = new int[CHUNK];
  private final int[] left = new int[CHUNK];
  private final int[] right = new int[CHUNK];
  private final int[] above = new int[CHUNK];
  private final int[] below = new int[CHUNK];
  private final int[] outer = new int[CHUNK];
  private final int[] inner = new int[CHUNK];
  private final int[] all = new int[CHUNK];

  /**
   * Sharpens all opaque pixels of some rows; the others stay as they are.
   *
   * @param pixels premultiplied pixels by rows: one row more at both ends, and the first and the
   *     last pixel of all rows clear
   * @param stride the pixels of a row
   * @param rows how many to sharpen
   * @param result where to, by rows
   * @param offset where the first goes
   */
  void sharpen(int[] pixels, int stride, int rows, int[] result, int offset) {
    for (int done = 0; done < rows * stride; done += CHUNK) {
      int count = Math.min(CHUNK, rows * stride - done);
      sharpen(pixels, stride, stride + done, count, result, offset + done);
    }
  }

  private void sharpen(int[] pixels, int stride, int at, int count, int[] result, int offset) {
    System.arraycopy(pixels, at, here, 0, count);
    System.arraycopy(pixels, at - 1, left, 0, count);
    System.arraycopy(pixels, at + 1, right, 0, count);
    System.arraycopy(pixels, at - stride, above, 0, count);
    System.arraycopy(pixels, at + stride, below, 0, count);
    addOuter(above, left, right, below, outer, count);
    addInner(above, left, right, below, inner, count);
    opaque(above, left, right, below, all, count);
    subtractOuter(here, outer, count);
    subtractInner(here, inner, count);
    clamp(outer, count);
    clamp(inner, count);
    choose(here, outer, inner, all, count);
    System.arraycopy(here, 0, result, offset, count);
  }

  /** Returns the sharpened level of one channel. */
  static int level(int here, int around) {
    return Math.max(0, Math.min(255, (here * 44 - around * 3 + 16) >> 5));
  }

  private static void addOuter(int[] a, int[] b, int[] c, int[] d, int[] sum, int count) {
    for (int i = 0; i < count; i++) {
      sum[i] = (a[i] & LANES) + (b[i] & LANES) + (c[i] & LANES) + (d[i] & LANES);
    }
  }

  private static void addInner(int[] a, int[] b, int[] c, int[] d, int[] sum, int count) {
    for (int i = 0; i < count; i++) {
      sum[i] =
          (a[i] >>> 8 & LANES) + (b[i] >>> 8 & LANES) + (c[i] >>> 8 & LANES) + (d[i] >>> 8 & LANES);
    }
  }

  /** Leaves all bits where all are opaque, else none. */
  private static void opaque(int[] a, int[] b, int[] c, int[] d, int[] all, int count) {
    for (int i = 0; i < count; i++) {
      all[i] = -((((a[i] & b[i] & c[i] & d[i]) >>> 24) + 1) >>> 8);
    }
  }

  /** Leaves what was sharpened where all around is opaque; there alpha is sharpened to 255. */
  private static void choose(int[] here, int[] outer, int[] inner, int[] all, int count) {
    for (int i = 0; i < count; i++) {
      here[i] = ((outer[i] | inner[i] << 8) & all[i]) | (here[i] & ~all[i]);
    }
  }

  /** Leaves 128 more than the sharpened level in each lane, from 32 to 478. */
  private static void subtractOuter(int[] here, int[] around, int count) {
    for (int i = 0; i < count; i++) {
      around[i] = ((here[i] & LANES) * 44 + BIAS - around[i] * 3) >>> 5 & 0x01FF01FF;
    }
  }

  private static void subtractInner(int[] here, int[] around, int count) {
    for (int i = 0; i < count; i++) {
      around[i] = ((here[i] >>> 8 & LANES) * 44 + BIAS - around[i] * 3) >>> 5 & 0x01FF01FF;
    }
  }

  /** Takes the 128 away: bit 9 then tells what is not below 0, bit 8 of those what is over 255. */
  private static void clamp(int[] lanes, int count) {
    for (int i = 0; i < count; i++) {
      int level = lanes[i] + 0x01800180;
      int over = level >>> 8 & 0x00010001;
      int positive = level >>> 9 & 0x00010001;
      lanes[i] = (level | (over << 8) - over) & ((positive << 8) - positive);
    }
  }
}
