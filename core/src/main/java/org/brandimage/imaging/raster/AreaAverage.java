package org.brandimage.imaging.raster;

import java.util.Arrays;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;

/**
 * The shrinking of one picture by area average. Where a target pixel sees nothing but opaque pixels
 * its light is added up in integers, all channels at once ({@link PackedLight}): weights are 256ths
 * and sums are rounded once after the rows and once after the columns. Edges and translucent parts
 * are averaged pixel by pixel in floats. Not thread-safe; made for one use.
 */
final class AreaAverage {
  /** Weights of pixels that are a smaller part than this of a target pixel need finer steps. */
  private static final double MOST = 16;

  private static final int SPARE = 3;

  private final RasterImage image;
  private final Box visible;
  private final AxisWeights across;
  private final AxisWeights down;
  private final CutoutRow[] ring;
  private final long[] sums;
  private int next;
  private int left;
  private int right;

  /**
   * Prepares the shrinking of a picture.
   *
   * @param image the picture
   * @param visible the part of it that is not clear
   * @param across the weights of its columns
   * @param down the weights of its rows
   */
  AreaAverage(RasterImage image, Box visible, AxisWeights across, AxisWeights down) {
    this.image = image;
    this.visible = visible;
    this.across = across;
    this.down = down;
    this.ring = new CutoutRow[down.taps()];
    Arrays.setAll(ring, i -> new CutoutRow(visible.width(), SPARE));
    this.sums = new long[visible.width() + SPARE];
    this.next = visible.y();
  }

  /** Tells whether weights are those of an area average, and not too small. */
  static boolean suits(AxisWeights across, AxisWeights down) {
    return across.averages() && down.averages() && Math.max(across.scale(), down.scale()) <= MOST;
  }

  /**
   * Makes the next row of the target; rows are asked for downwards.
   *
   * @param y the target row
   * @param result where to; clear pixels are not written
   * @param offset where the pixel of target column 0 would go
   */
  void row(int y, int[] result, int offset) {
    int first = Math.max(down.start(y), visible.y());
    int end = Math.min(down.start(y) + down.count(y), visible.bottom());
    for (next = Math.max(next, first); next < end; next++) {
      ring[next % ring.length].read(image, next, visible);
    }
    int from = visible.width();
    int to = 0;
    int opaqueFrom = 0;
    int opaqueTo = end - first == down.count(y) ? visible.width() : 0;
    for (int source = first; source < end; source++) {
      CutoutRow row = ring[source % ring.length];
      if (row.from() < row.to()) {
        from = Math.min(from, row.from());
        to = Math.max(to, row.to());
      }
      opaqueFrom = Math.max(opaqueFrom, row.opaqueFrom());
      opaqueTo = Math.min(opaqueTo, row.opaqueTo());
    }
    left = across.firstReached(visible.x() + from);
    right = from < to ? across.firstBeyond(visible.x() + to) : left;
    int inner = Math.min(right, across.firstBeyond(visible.x() + opaqueFrom));
    int outer = Math.max(inner, across.firstReached(visible.x() + opaqueTo));
    if (opaqueFrom >= opaqueTo) {
      outer = inner;
    }
    mix(y, left, inner, result, offset);
    if (inner < outer) {
      addRows(y, inner, outer);
      addColumns(inner, outer, result, offset);
    }
    mix(y, outer, right, result, offset);
  }

  /** Returns the first target column that was written in the last row. */
  int left() {
    return left;
  }

  /** Returns the target column after the last that was written. */
  int right() {
    return right;
  }

  private void addRows(int y, int firstTarget, int endTarget) {
    int from = across.start(firstTarget) - visible.x();
    int last = endTarget - 1;
    int to = across.start(last) + across.count(last) - visible.x();
    int count = down.count(y);
    long[] above = light(y, 0);
    long[] here = light(y, Math.min(1, count - 1));
    long[] below = light(y, Math.min(2, count - 1));
    // Shares beyond the count are 0.
    long shareAbove = down.share(y, 0);
    long shareHere = down.share(y, 1);
    long shareBelow = down.share(y, 2);
    for (int x = from; x < to; x++) {
      sums[x] = above[x] * shareAbove + here[x] * shareHere + below[x] * shareBelow;
    }
    for (int k = 3; k < count; k++) {
      long[] row = light(y, k);
      long share = down.share(y, k);
      for (int x = from; x < to; x++) {
        sums[x] += row[x] * share;
      }
    }
    PackedLight.divide(sums, from, to);
  }

  private long[] light(int y, int k) {
    return ring[(down.start(y) + k) % ring.length].light();
  }

  private void addColumns(int firstTarget, int endTarget, int[] result, int offset) {
    int[] starts = across.starts();
    int[] shares = across.shares();
    int taps = across.taps();
    int most = (int) Math.ceil(across.scale()) + 1;
    int origin = visible.x();
    for (int i = firstTarget; i < endTarget; i++) {
      int at = starts[i] - origin;
      int w = i * taps;
      long sum = sums[at] * shares[w] + sums[at + 1] * shares[w + 1] + sums[at + 2] * shares[w + 2];
      for (int k = 3; k < most; k++) {
        sum += sums[at + k] * shares[w + k];
      }
      result[offset + i] = PackedLight.pixel(sum);
    }
  }

  /** Averages pixels of any alpha. */
  private void mix(int y, int firstTarget, int endTarget, int[] result, int offset) {
    int first = Math.max(down.start(y), visible.y());
    int end = Math.min(down.start(y) + down.count(y), visible.bottom());
    for (int i = firstTarget; i < endTarget; i++) {
      float red = 0;
      float green = 0;
      float blue = 0;
      float alpha = 0;
      for (int source = first; source < end; source++) {
        int[] pixels = ring[source % ring.length].pixels();
        float share = down.weight(y, source - down.start(y)) * (1 / 255f);
        int origin = across.start(i) - visible.x();
        int to = Math.min(origin + across.count(i), visible.width());
        for (int x = Math.max(0, origin); x < to; x++) {
          int pixel = pixels[x];
          float weight = share * across.weight(i, x - origin) * (pixel >>> 24);
          red += weight * LinearLight.linear(pixel >>> 16 & 255);
          green += weight * LinearLight.linear(pixel >>> 8 & 255);
          blue += weight * LinearLight.linear(pixel & 255);
          alpha += weight;
        }
      }
      result[offset + i] = LinearLight.pixel(red, green, blue, alpha);
    }
  }
}
