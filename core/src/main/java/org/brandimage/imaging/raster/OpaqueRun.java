package org.brandimage.imaging.raster;

/** Finds the end of a run of opaque pixels. Stateless. */
public final class OpaqueRun {
  private OpaqueRun() {}

  /**
   * Returns the first place whose pixel is not opaque.
   *
   * @param argb pixels, premultiplied or not
   * @param from the first index to examine
   * @param to the index after the last to examine
   * @return an index from {@code from} to {@code to}
   */
  public static int end(int[] argb, int from, int to) {
    int i = from;
    // Most stretches are long: one question for four pixels.
    while (i + 4 <= to && (argb[i] & argb[i + 1] & argb[i + 2] & argb[i + 3]) >>> 24 == 255) {
      i += 4;
    }
    while (i < to && argb[i] >>> 24 == 255) {
      i++;
    }
    return i;
  }
}
