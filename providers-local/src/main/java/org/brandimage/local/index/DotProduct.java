package org.brandimage.local.index;

/** Dot products in single precision, in one fixed order of summation. Stateless. */
final class DotProduct {
  private static final int LANES = 8;

  private DotProduct() {}

  /**
   * Returns the dot product. Eight running sums, since one would wait for itself at every step and
   * the compiler may not reorder them.
   */
  static float of(float[] a, int from, float[] b) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int whole = b.length - b.length % LANES;
    int j = from;
    for (int i = 0; i < whole; i += LANES) {
      s0 += a[j] * b[i];
      s1 += a[j + 1] * b[i + 1];
      s2 += a[j + 2] * b[i + 2];
      s3 += a[j + 3] * b[i + 3];
      s4 += a[j + 4] * b[i + 4];
      s5 += a[j + 5] * b[i + 5];
      s6 += a[j + 6] * b[i + 6];
      s7 += a[j + 7] * b[i + 7];
      j += LANES;
    }
    float sum = (s0 + s1) + (s2 + s3) + ((s4 + s5) + (s6 + s7));
    for (int i = whole; i < b.length; i++) {
      sum += a[from + i] * b[i];
    }
    return sum;
  }
}
