package org.brandimage.local.model;

import java.util.Arrays;

/**
 * One pass of a separable resampling, on rows of packed pixels: each target row is the sum of some
 * source rows, each times its weight, in integers. The channels are taken apart while they are
 * summed, in loops that a Java 17 compiler turns into vector instructions. Not thread-safe: one
 * object a pass.
 */
final class RowFilter {
  private final FilterAxis axis;
  private final int[] weights;
  private final Kernel kernel;

  /** Source rows by row number modulo their count. */
  private final int[][] ring;

  private final Sums sums;

  /**
   * Makes a pass.
   *
   * @param axis the weights
   * @param width pixels a row
   * @param scale what the weights of a target pixel add up to, as an integer
   * @param kernel how the channels are taken out of a pixel
   */
  RowFilter(FilterAxis axis, int width, double scale, Kernel kernel) {
    this.axis = axis;
    this.weights = axis.times(scale);
    this.kernel = kernel;
    int[][] rows = new int[axis.taps() + 3][aligned(width)];
    this.ring = Arrays.copyOf(rows, axis.taps());
    this.sums = new Sums(rows[axis.taps()], rows[axis.taps() + 1], rows[axis.taps() + 2]);
  }

  /** Gives source rows, each once and in order. */
  @FunctionalInterface
  interface Source {
    void read(int y, int[] pixels);
  }

  /** Takes target rows in order. */
  @FunctionalInterface
  interface Sink {
    void row(int y, Sums sums);
  }

  /** Adds two rows of pixels, times their weights, to the sums of the channels. */
  @FunctionalInterface
  interface Kernel {
    void add(int[] one, int first, int[] two, int second, Sums sums);
  }

  /** A row of the sums of each channel. */
  static final class Sums {
    final int[] red;
    final int[] green;
    final int[] blue;

    private Sums(int[] red, int[] green, int[] blue) {
      this.red = red;
      this.green = green;
      this.blue = blue;
    }
  }

  /**
   * Runs the pass.
   *
   * @param red what its sums begin with, for rounding and offsets
   * @param green the same
   * @param blue the same
   */
  void run(int red, int green, int blue, Source source, Sink sink) {
    int next = axis.first();
    for (int y = 0; y < axis.length(); y++) {
      int start = axis.start(y);
      for (next = Math.max(next, start); next < start + axis.count(y); next++) {
        source.read(next, ring[next % ring.length]);
      }
      Arrays.fill(sums.red, red);
      Arrays.fill(sums.green, green);
      Arrays.fill(sums.blue, blue);
      int at = y * axis.taps();
      for (int k = 0; k < axis.count(y); k += 2) {
        // After an odd count the last weight is 0, and its row does not matter.
        kernel.add(
            ring[(start + k) % ring.length],
            weights[at + k],
            ring[(start + k + 1) % ring.length],
            weights[at + k + 1],
            sums);
      }
      sink.row(y, sums);
    }
  }

  /**
   * Returns a length, at least as long, with which arrays made one after another begin at the same
   * place of a cache line, so that loops over several read whole lines.
   */
  static int aligned(int length) {
    // 64 bytes a line, of which the header of an array takes 16.
    return (length + 4 + 15) / 16 * 16 - 4;
  }
}
