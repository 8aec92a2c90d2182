package org.brandimage.metric;

import org.brandimage.spi.image.Size;

/**
 * Reduction by area: each new pixel is the mean of the old area it covers, split pixels in part.
 */
final class AreaReduction {
  private final int[] first;
  private final float[] headShare;
  private final float[] tailShare;

  /** Cuts a side of {@code from} pixels into {@code to} equal parts. */
  private AreaReduction(int from, int to) {
    first = new int[to + 1];
    headShare = new float[to];
    tailShare = new float[to];
    for (int i = 0; i < to; i++) {
      double start = (double) i * from / to;
      double end = (double) (i + 1) * from / to;
      first[i] = (int) start;
      int last = Math.min(from - 1, (int) end);
      boolean within = last == first[i];
      headShare[i] = (float) (within ? end - start : 1 - (start - first[i]));
      tailShare[i] = (float) (within ? 0 : end - last);
    }
    first[to] = from - 1;
  }

  static Plane reduce(Plane plane, Size target) {
    AreaReduction columns = new AreaReduction(plane.width(), target.width());
    AreaReduction rows = new AreaReduction(plane.height(), target.height());
    float area = (float) ((double) plane.size().pixels() / target.pixels());
    float[] sums = new float[plane.width()];
    float[] reduced = new float[Math.toIntExact(target.pixels())];
    for (int y = 0; y < target.height(); y++) {
      java.util.Arrays.fill(sums, 0);
      for (int row = rows.first[y]; row <= rows.first[y + 1]; row++) {
        addRow(plane, row, rows.share(y, row), sums);
      }
      columns.gather(sums, reduced, y * target.width(), area);
    }
    return Plane.adopt(target, reduced);
  }

  private static void addRow(Plane plane, int row, float share, float[] sums) {
    float[] values = plane.values();
    int offset = row * sums.length;
    for (int x = 0; x < sums.length; x++) {
      sums[x] += share * values[offset + x];
    }
  }

  private void gather(float[] sums, float[] target, int offset, float area) {
    for (int i = 0; i < headShare.length; i++) {
      int from = first[i];
      int to = first[i + 1];
      float sum = headShare[i] * sums[from] + tailShare[i] * sums[to];
      for (int x = from + 1; x < to; x++) {
        sum += sums[x];
      }
      target[offset + i] = sum / area;
    }
  }

  private float share(int part, int index) {
    if (index == first[part]) {
      return headShare[part];
    }
    return index == first[part + 1] ? tailShare[part] : 1;
  }
}
