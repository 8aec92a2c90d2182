package org.brandimage.imaging.raster;

/**
 * The linear light of an opaque pixel in one long: red, green and blue downwards, {@value #BITS}
 * bits each in lanes of {@value #LANE}, so that three channels are weighed by one multiplication
 * with up to 256 and added by one addition. The steps are fine enough to tell all sRGB levels
 * apart, the darkest by 2.5 steps. Stateless.
 */
final class PackedLight {
  static final int BITS = 13;
  static final int LANE = 21;

  private static final int MOST = (1 << BITS) - 1;
  private static final int WEIGHT_BITS = LANE - BITS;
  private static final long LANES = MOST | (long) MOST << LANE | (long) MOST << (2 * LANE);
  private static final long HALVES = 128L | 128L << LANE | 128L << (2 * LANE);
  private static final long[] RED = new long[256];
  private static final long[] GREEN = new long[256];
  private static final long[] BLUE = new long[256];
  private static final byte[] LEVELS = new byte[MOST + 1];

  static {
    for (int level = 0; level < 256; level++) {
      BLUE[level] = Math.round(LinearLight.linear(level) * (double) MOST);
      GREEN[level] = BLUE[level] << LANE;
      RED[level] = GREEN[level] << LANE;
    }
    for (int step = 0; step <= MOST; step++) {
      LEVELS[step] = (byte) LinearLight.srgb(step / (float) MOST);
    }
  }

  private PackedLight() {}

  /**
   * Writes the light of some pixels whatever their alpha.
   *
   * @return whether all are opaque
   */
  static boolean read(int[] argb, int from, int to, long[] light) {
    int all = -1;
    for (int i = from; i < to; i++) {
      int pixel = argb[i];
      all &= pixel;
      light[i] = RED[pixel >>> 16 & 255] | GREEN[pixel >>> 8 & 255] | BLUE[pixel & 255];
    }
    return all >>> 24 == 255;
  }

  /** Divides sums whose weights add up to 256, rounding to the nearest step. */
  static void divide(long[] sums, int from, int to) {
    for (int i = from; i < to; i++) {
      sums[i] = (sums[i] + HALVES) >>> WEIGHT_BITS & LANES;
    }
  }

  /** Returns the opaque pixel of a sum whose weights add up to 256. */
  static int pixel(long sum) {
    long light = sum + HALVES;
    return 0xFF000000
        | (LEVELS[(int) (light >>> (2 * LANE + WEIGHT_BITS)) & MOST] & 255) << 16
        | (LEVELS[(int) (light >>> (LANE + WEIGHT_BITS)) & MOST] & 255) << 8
        | (LEVELS[(int) (light >>> WEIGHT_BITS) & MOST] & 255);
  }
}
