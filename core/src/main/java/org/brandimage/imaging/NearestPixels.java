package org.brandimage.imaging;

import java.util.Arrays;
import java.util.BitSet;
import org.brandimage.spi.image.Box;

/**
 * For every pixel of a box the nearest pixel of a set: a Euclidean distance transform by vector
 * propagation in two passes (Danielsson, "Euclidean distance mapping", 1980; at most a fraction of
 * a pixel off the true distance). Four bytes a pixel of the box. Immutable.
 */
final class NearestPixels {
  private static final int NONE = -1;

  private final int width;
  private final int height;
  // Row in the upper 16 bits, column in the lower: distances are then found without dividing.
  private final int[] nearest;

  private NearestPixels(Box box) {
    if (Math.max(box.width(), box.height()) > Short.MAX_VALUE) {
      throw new IllegalArgumentException("box must have sides up to 32767: " + box);
    }
    this.width = box.width();
    this.height = box.height();
    this.nearest = new int[Math.toIntExact(box.size().pixels())];
    Arrays.fill(nearest, NONE);
  }

  /**
   * Returns the nearest pixels of a set.
   *
   * @param box a region of a picture
   * @param set one bit a pixel of the picture, by rows
   * @param pictureWidth of the picture
   * @param member true for the set bits, false for the clear ones
   */
  static NearestPixels of(Box box, BitSet set, int pictureWidth, boolean member) {
    NearestPixels map = new NearestPixels(box);
    for (int y = 0; y < map.height; y++) {
      int offset = (box.y() + y) * pictureWidth + box.x();
      for (int x = 0; x < map.width; x++) {
        if (set.get(offset + x) == member) {
          map.nearest[y * map.width + x] = y << 16 | x;
        }
      }
    }
    map.propagate();
    return map;
  }

  /** Returns the nearest pixel's index in the box, or -1 when the set is empty there. */
  int at(int index) {
    int found = nearest[index];
    return found == NONE ? NONE : (found >> 16) * width + (found & 0xFFFF);
  }

  /** Returns the squared distance to the nearest pixel, or a huge number when there is none. */
  int squaredDistance(int index) {
    return squared(index % width, index / width, nearest[index]);
  }

  /** Returns the squared distance of the pixel in that column and row of the box. */
  int squaredDistance(int x, int y) {
    return squared(x, y, nearest[y * width + x]);
  }

  private void propagate() {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        improve(x, y, -1);
      }
      for (int x = width - 2; x >= 0; x--) {
        take(x, y, 1, 0);
      }
    }
    for (int y = height - 1; y >= 0; y--) {
      for (int x = width - 1; x >= 0; x--) {
        improve(x, y, 1);
      }
      for (int x = 1; x < width; x++) {
        take(x, y, -1, 0);
      }
    }
  }

  /** Takes what is nearest of the neighbour beside, on that side, and of three in the row there. */
  private void improve(int x, int y, int side) {
    // A member is nearest to itself; most pixels of a box are members or far from its border.
    if (nearest[y * width + x] != (y << 16 | x)) {
      take(x, y, side, 0);
      take(x, y, side, side);
      take(x, y, 0, side);
      take(x, y, -side, side);
    }
  }

  private void take(int x, int y, int dx, int dy) {
    int nx = x + dx;
    int ny = y + dy;
    if (nx < 0 || ny < 0 || nx >= width || ny >= height) {
      return;
    }
    int offered = nearest[ny * width + nx];
    int index = y * width + x;
    int held = nearest[index];
    if (offered != held && offered != NONE && squared(x, y, offered) < squared(x, y, held)) {
      nearest[index] = offered;
    }
  }

  private static int squared(int x, int y, int to) {
    if (to == NONE) {
      return Integer.MAX_VALUE;
    }
    int dx = x - (to & 0xFFFF);
    int dy = y - (to >> 16);
    return dx * dx + dy * dy;
  }
}
