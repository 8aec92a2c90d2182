package org.brandimage.local.vision;

import java.util.Arrays;
import org.brandimage.spi.image.Size;

/**
 * Foreground colour estimation: the translucent pixels of a cut-out get the product's colour. In a
 * photo they are mixtures of product and background; on another background the old one would show
 * as a halo. Colours spread from the opaque pixels outwards, one pixel a round, as the average of
 * the neighbours that have one.
 */
final class ForegroundColours {
  /** How far colours spread; farther out the photo's own are kept. */
  private static final int ROUNDS = 12;

  private ForegroundColours() {}

  /**
   * Replaces the colours of translucent pixels.
   *
   * @param argb the cut-out's pixels by rows, changed in place; opaque ones stay as they are
   * @param size its size
   */
  static void spread(int[] argb, Size size) {
    byte[] reached = new byte[argb.length];
    for (int i = 0; i < argb.length; i++) {
      reached[i] = (byte) (argb[i] >>> 24 == 255 ? 1 : 0);
    }
    int[] open = new int[argb.length];
    int count = 0;
    for (int i = 0; i < argb.length; i++) {
      if (reached[i] == 0 && argb[i] >>> 24 != 0) {
        open[count++] = i;
      }
    }
    for (int round = 2; round < ROUNDS + 2 && count > 0; round++) {
      int left = 0;
      int[] next = new int[count];
      for (int k = 0; k < count; k++) {
        int i = open[k];
        if (!average(argb, reached, size, i, round)) {
          next[left++] = i;
        }
      }
      count = left;
      open = Arrays.copyOf(next, count);
    }
  }

  /** Averages the neighbours reached in earlier rounds; false when there are none. */
  private static boolean average(int[] argb, byte[] reached, Size size, int index, int round) {
    int x = index % size.width();
    int y = index / size.width();
    int[] sums = new int[3];
    int count = 0;
    for (int k = 0; k < 9; k++) {
      int nx = x + k % 3 - 1;
      int ny = y + k / 3 - 1;
      if (nx < 0 || ny < 0 || nx >= size.width() || ny >= size.height()) {
        continue;
      }
      int at = ny * size.width() + nx;
      if (reached[at] != 0 && reached[at] < round) {
        sums[0] += (argb[at] >> 16) & 0xFF;
        sums[1] += (argb[at] >> 8) & 0xFF;
        sums[2] += argb[at] & 0xFF;
        count++;
      }
    }
    if (count == 0) {
      return false;
    }
    int colour = (sums[0] / count) << 16 | (sums[1] / count) << 8 | (sums[2] / count);
    argb[index] = (argb[index] & 0xFF000000) | colour;
    reached[index] = (byte) round;
    return true;
  }
}
