package org.brandimage.metric;

import org.brandimage.spi.image.Size;

/** Bilinear interpolation between the middles of pixels; beyond the border the nearest counts. */
final class Interpolation {
  private final int[] lower;
  private final float[] share;

  private Interpolation(int from, int to) {
    lower = new int[to];
    share = new float[to];
    for (int i = 0; i < to; i++) {
      double at = Math.max(0, Math.min(from - 1, (i + 0.5) * from / to - 0.5));
      lower[i] = Math.min((int) at, Math.max(0, from - 2));
      share[i] = (float) (at - lower[i]);
    }
  }

  static Plane resize(Plane plane, Size target) {
    Interpolation columns = new Interpolation(plane.width(), target.width());
    Interpolation rows = new Interpolation(plane.height(), target.height());
    int next = plane.width() > 1 ? 1 : 0;
    float[] values = plane.values();
    float[] resized = new float[Math.toIntExact(target.pixels())];
    for (int y = 0; y < target.height(); y++) {
      int upper = rows.lower[y] * plane.width();
      int below = plane.height() > 1 ? upper + plane.width() : upper;
      for (int x = 0; x < target.width(); x++) {
        int left = columns.lower[x];
        float share = columns.share[x];
        float top = mix(values[upper + left], values[upper + left + next], share);
        float bottom = mix(values[below + left], values[below + left + next], share);
        resized[y * target.width() + x] = mix(top, bottom, rows.share[y]);
      }
    }
    return Plane.adopt(target, resized);
  }

  private static float mix(float a, float b, float share) {
    return a + share * (b - a);
  }
}
