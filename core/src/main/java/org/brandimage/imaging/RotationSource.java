package org.brandimage.imaging;

import java.util.Arrays;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;

/**
 * An upright product prepared for rotations: the levels of its visible part as floats, and for
 * every block of four by four pixels whether a window of that size that begins in it is opaque,
 * clear or mixed. Made once for all angles. Immutable and thread-safe.
 */
final class RotationSource {
  /** All pixels of the window are opaque. */
  static final int SOLID = 2;

  /** Some are, or are translucent. */
  static final int MIXED = 1;

  /** All are clear. */
  static final int CLEAR = 0;

  private static final int BLOCK_BITS = 2;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private final Size size;
  private final Box area;
  private final int[] argb;
  private final float[] levels;
  private final byte[] kinds;
  private final int blocksAcross;

  RotationSource(Sprite upright) {
    this.size = upright.size();
    this.area = upright.bounds().orElse(new Box(0, 0, 1, 1));
    this.argb = upright.pixels(area);
    this.levels = new float[argb.length * 3];
    // One block of nothing all around.
    this.blocksAcross = blocks(area.width());
    this.kinds = kinds(blockKinds());
  }

  private static int blocks(int length) {
    return ((length + BLOCK - 1) >> BLOCK_BITS) + 3;
  }

  /** Returns the size of the upright product. */
  Size size() {
    return size;
  }

  /** Returns the part of the product that is visible; positions are relative to it. */
  Box area() {
    return area;
  }

  /** Returns red, green and blue of each pixel of the area where it is visible. */
  float[] levels() {
    return levels;
  }

  /** Returns how many pixels of memory this holds. */
  long pixels() {
    return 4L * argb.length;
  }

  /** Returns a pixel, or a clear one outside the area. */
  int argb(int x, int y) {
    return x < 0 || y < 0 || x >= area.width() || y >= area.height()
        ? 0
        : argb[y * area.width() + x];
  }

  /** Returns the kind of the window whose first pixel is given, at most a block outside. */
  int kind(int x, int y) {
    return kinds[((y >> BLOCK_BITS) + 1) * blocksAcross + (x >> BLOCK_BITS) + 1];
  }

  /** Converts the levels and classifies each block by itself. */
  private byte[] blockKinds() {
    int down = blocks(area.height());
    byte[] blocks = new byte[blocksAcross * down];
    int[] or = new int[blocksAcross];
    int[] and = new int[blocksAcross];
    for (int top = 0; top < area.height(); top += BLOCK) {
      Arrays.fill(or, 0);
      Arrays.fill(and, -1);
      int bottom = Math.min(area.height(), top + BLOCK);
      for (int y = top; y < bottom; y++) {
        readRow(y, or, and);
      }
      int offset = ((top >> BLOCK_BITS) + 1) * blocksAcross + 1;
      int whole = bottom - top == BLOCK ? area.width() >> BLOCK_BITS : 0;
      for (int block = 0; block << BLOCK_BITS < area.width(); block++) {
        boolean solid = block < whole && and[block] >>> 24 == 255;
        blocks[offset + block] = (byte) (solid ? SOLID : or[block] >>> 24 == 0 ? CLEAR : MIXED);
      }
    }
    return blocks;
  }

  private void readRow(int y, int[] or, int[] and) {
    int row = y * area.width();
    for (int x = 0; x < area.width(); x++) {
      int pixel = argb[row + x];
      or[x >> BLOCK_BITS] |= pixel;
      and[x >> BLOCK_BITS] &= pixel;
      if (pixel >>> 24 != 0) {
        int at = (row + x) * 3;
        levels[at] = pixel >> 16 & 255;
        levels[at + 1] = pixel >> 8 & 255;
        levels[at + 2] = pixel & 255;
      }
    }
  }

  /** A window touches its block, the next one to the right, and the two below. */
  private byte[] kinds(byte[] blocks) {
    byte[] result = new byte[blocks.length];
    for (int i = 0; i < blocks.length - blocksAcross - 1; i++) {
      int right = blocks[i + 1];
      int below = blocks[i + blocksAcross];
      int both = blocks[i + blocksAcross + 1];
      int first = blocks[i];
      if (first == right && first == below && first == both) {
        result[i] = (byte) first;
      } else {
        result[i] = MIXED;
      }
    }
    return result;
  }
}
