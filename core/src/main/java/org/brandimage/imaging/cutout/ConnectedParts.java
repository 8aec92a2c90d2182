package org.brandimage.imaging.cutout;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The parts of a set of pixels that hang together over sides or corners. Four bytes per pixel of
 * the set, however many parts there are.
 */
final class ConnectedParts {
  private final int width;
  private final int height;
  private final BitSet left;

  /** All pixels of the set, part after part. */
  private final int[] pixels;

  private int count;

  /** Where each part ends in the list of pixels. */
  private int[] ends = new int[16];

  private int parts;

  private ConnectedParts(BitSet set, int width, int height) {
    this.width = width;
    this.height = height;
    this.left = (BitSet) set.clone();
    this.pixels = new int[set.cardinality()];
  }

  static ConnectedParts of(BitSet set, int width, int height) {
    ConnectedParts result = new ConnectedParts(set, width, height);
    result.collect();
    return result;
  }

  private void collect() {
    for (int start = left.nextSetBit(0); start >= 0; start = left.nextSetBit(start + 1)) {
      int next = count;
      add(start);
      while (next < count) {
        addNeighbours(pixels[next++]);
      }
      if (parts == ends.length) {
        ends = Arrays.copyOf(ends, parts * 2);
      }
      ends[parts++] = count;
    }
  }

  private void add(int index) {
    left.clear(index);
    pixels[count++] = index;
  }

  private void addNeighbours(int index) {
    int x = index % width;
    int y = index / width;
    for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        if (left.get(ny * width + nx)) {
          add(ny * width + nx);
        }
      }
    }
  }

  /** Returns the number of pixels of the largest part, 0 when there is none. */
  int largest() {
    int largest = 0;
    for (int part = 0; part < parts; part++) {
      largest = Math.max(largest, ends[part] - start(part));
    }
    return largest;
  }

  /** Returns the pixels of all parts of at least so many. */
  BitSet atLeast(int least) {
    BitSet all = new BitSet();
    for (int part = 0; part < parts; part++) {
      if (ends[part] - start(part) >= least) {
        for (int i = start(part); i < ends[part]; i++) {
          all.set(pixels[i]);
        }
      }
    }
    return all;
  }

  private int start(int part) {
    return part == 0 ? 0 : ends[part - 1];
  }
}
