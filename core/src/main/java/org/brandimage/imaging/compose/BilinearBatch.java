package org.brandimage.imaging.compose;

import org.brandimage.imaging.raster.OpaqueRun;

/**
 * The interpolation of many places between the four pixels around each. Places come in rows of even
 * steps; the pixels are fetched one by one, and then weighed all together in short passes over
 * arrays of their own, without branches: compilers vectorise those. Two channels of 8 bits share an
 * int, in integers: the results are the same on every machine. Not thread-safe.
 */
final class BilinearBatch {
  private static final int MOST = 512;
  private static final int PLACE_BITS = 12;
  private static final double ONE = 1 << PLACE_BITS;
  private static final int STRETCH = 32;

  // Places are rounded to 1/256 pixel, and the four weights add up to 256.
  private static final int WEIGHT_BITS = 8;
  private static final int FRACTION_SHIFT = PLACE_BITS - WEIGHT_BITS;
  private static final int LANES = 0x00FF00FF;
  private static final int HALVES = 0x00800080;

  private final int[] source;
  private final int stride;
  private final int[] places = new int[MOST];
  private final int[] across = new int[MOST];
  private final int[] down = new int[MOST];
  private final int[] here = new int[MOST];
  private final int[] right = new int[MOST];
  private final int[] below = new int[MOST];
  private final int[] corner = new int[MOST];
  private final int[] hereWeight = new int[MOST];
  private final int[] rightWeight = new int[MOST];
  private final int[] belowWeight = new int[MOST];
  private final int[] cornerWeight = new int[MOST];
  private final int[] outer = new int[MOST];
  private final int[] inner = new int[MOST];
  private final double columnStep;
  private final double rowStep;
  private final int[] columns = new int[MOST];
  private final int[] rows = new int[MOST];
  private final int[] pixels;
  private int count;
  private int done;

  /**
   * Creates an empty batch.
   *
   * @param source premultiplied pixels by rows
   * @param stride the distance between two rows
   * @param columnStep how many columns two places that follow each other are apart
   * @param rowStep how many rows they are apart
   * @param pixels where to, straight levels, one place after another
   */
  BilinearBatch(int[] source, int stride, double columnStep, double rowStep, int[] pixels) {
    this.source = source;
    this.stride = stride;
    this.columnStep = columnStep;
    this.rowStep = rowStep;
    this.pixels = pixels;
    for (int i = 0; i < MOST; i += STRETCH) {
      step(i, columnStep, columns);
      step(i, rowStep, rows);
    }
  }

  private static void step(int from, double step, int[] steps) {
    for (int i = from; i < from + STRETCH; i++) {
      steps[i] = (int) Math.rint(i * step * ONE);
    }
  }

  /**
   * Adds places that follow each other.
   *
   * @param column of the first
   * @param row of the first
   * @param more how many
   */
  void add(double column, double row, int more) {
    int added = 0;
    while (added < more) {
      if (count == MOST) {
        interpolate();
      }
      int fitting = Math.min(more - added, MOST - count);
      add(place(column + added * columnStep), place(row + added * rowStep), fitting);
      added += fitting;
    }
  }

  /** Half a step of the weights is added, so that cutting off what is finer rounds to nearest. */
  private static int place(double pixels) {
    return (int) Math.rint((pixels + 1 / 512.0) * ONE);
  }

  private void add(int column, int row, int more) {
    place(column, row, columns, rows, stride, places, more);
    weigh(column, columns, across, more);
    weigh(row, rows, down, more);
    System.arraycopy(across, 0, rightWeight, count, more);
    System.arraycopy(down, 0, belowWeight, count, more);
    fetch(source, stride, places, more, here, right, below, corner, count);
    count += more;
  }

  private static void place(
      int column, int row, int[] columns, int[] rows, int stride, int[] places, int count) {
    for (int i = 0; i < count; i++) {
      places[i] =
          ((row + rows[i]) >>> PLACE_BITS) * stride + ((column + columns[i]) >>> PLACE_BITS);
    }
  }

  private static void weigh(int first, int[] steps, int[] weights, int count) {
    for (int i = 0; i < count; i++) {
      weights[i] = ((first + steps[i]) >>> FRACTION_SHIFT) & 255;
    }
  }

  private static void fetch(
      int[] source,
      int stride,
      int[] places,
      int count,
      int[] here,
      int[] right,
      int[] below,
      int[] corner,
      int offset) {
    for (int i = 0; i < count; i++) {
      int place = places[i];
      here[offset + i] = source[place];
      right[offset + i] = source[place + 1];
      below[offset + i] = source[place + stride];
      corner[offset + i] = source[place + stride + 1];
    }
  }

  /** Interpolates the places that were added and not yet interpolated. */
  void interpolate() {
    share(rightWeight, belowWeight, cornerWeight, count);
    subtract(rightWeight, cornerWeight, count);
    subtract(belowWeight, cornerWeight, count);
    rest(rightWeight, belowWeight, cornerWeight, hereWeight, count);
    weighOuter(here, right, hereWeight, rightWeight, outer, count);
    addOuter(below, corner, belowWeight, cornerWeight, outer, count);
    weighInner(here, right, hereWeight, rightWeight, inner, count);
    addInner(below, corner, belowWeight, cornerWeight, inner, count);
    join(outer, inner, places, count);
    for (int i = OpaqueRun.end(places, 0, count);
        i < count;
        i = OpaqueRun.end(places, i + 1, count)) {
      places[i] = places[i] >>> 24 == 0 ? 0 : translucent(outer[i], inner[i]);
    }
    System.arraycopy(places, 0, pixels, done, count);
    done += count;
    count = 0;
  }

  private static void share(int[] right, int[] below, int[] corner, int count) {
    for (int i = 0; i < count; i++) {
      corner[i] = (right[i] * below[i] + 128) >> WEIGHT_BITS;
    }
  }

  private static void subtract(int[] weights, int[] corner, int count) {
    for (int i = 0; i < count; i++) {
      weights[i] -= corner[i];
    }
  }

  private static void rest(int[] right, int[] below, int[] corner, int[] here, int count) {
    for (int i = 0; i < count; i++) {
      here[i] = 256 - right[i] - below[i] - corner[i];
    }
  }

  /** Red and blue times 256. */
  private static void weighOuter(int[] a, int[] b, int[] v, int[] w, int[] sum, int count) {
    for (int i = 0; i < count; i++) {
      sum[i] = (a[i] & LANES) * v[i] + (b[i] & LANES) * w[i];
    }
  }

  /** More than two products a pass would not be vectorised. Half a level is added for rounding. */
  private static void addOuter(int[] a, int[] b, int[] v, int[] w, int[] sum, int count) {
    for (int i = 0; i < count; i++) {
      sum[i] = sum[i] + (a[i] & LANES) * v[i] + (b[i] & LANES) * w[i] + HALVES;
    }
  }

  /** Alpha and green times 256. */
  private static void weighInner(int[] a, int[] b, int[] v, int[] w, int[] sum, int count) {
    for (int i = 0; i < count; i++) {
      sum[i] = (a[i] >>> 8 & LANES) * v[i] + (b[i] >>> 8 & LANES) * w[i];
    }
  }

  private static void addInner(int[] a, int[] b, int[] v, int[] w, int[] sum, int count) {
    for (int i = 0; i < count; i++) {
      sum[i] = sum[i] + (a[i] >>> 8 & LANES) * v[i] + (b[i] >>> 8 & LANES) * w[i] + HALVES;
    }
  }

  private static void join(int[] outer, int[] inner, int[] pixels, int count) {
    for (int i = 0; i < count; i++) {
      pixels[i] = (outer[i] >>> 8 & LANES) | (inner[i] & ~LANES);
    }
  }

  /** Returns a straight pixel; colours of little alpha need all digits of the sums. */
  private static int translucent(int outer, int inner) {
    float straight = 255f / ((inner >>> 16) - 128);
    return inner >>> 24 << 24
        | level(outer >>> 16, straight) << 16
        | level(inner & 0xFFFF, straight) << 8
        | level(outer & 0xFFFF, straight);
  }

  private static int level(int sum, float straight) {
    return Math.min(255, (int) ((sum - 128) * straight + 0.5f));
  }
}
