package org.brandimage.imaging.mask;

import java.util.Arrays;
import java.util.BitSet;
import org.brandimage.spi.image.Box;

/**
 * The nearest pixel of a set for every pixel of a box, up to a largest distance: an exact Euclidean
 * distance transform, first along columns and then along rows (A. Meijster, J. Roerdink and W.
 * Hesselink, "A general algorithm for computing distance transforms in linear time", 2000). A row
 * is searched only where a column within that distance has a pixel of the set, so pixels far from
 * the set cost almost nothing. It uses four bytes per pixel of the box. Immutable.
 */
public final class NearestPixels {
  private static final int NONE = -1;

  /** A row farther from every row of a box than any reach. */
  private static final int NO_ROW = -2 * Short.MAX_VALUE;

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
    Arrays.fill(nearest, NO_ROW);
  }

  /**
   * Returns the nearest pixels of a set.
   *
   * @param box a region of a picture
   * @param set one bit a pixel of the picture, by rows
   * @param pictureWidth of the picture
   * @param member true for the set bits, false for the clear ones
   * @param reach the distance up to which pixels are found, at least 0
   * @return the nearest pixel of each pixel of the box
   * @throws IllegalArgumentException when a side of the box is above 32767
   */
  public static NearestPixels of(Box box, BitSet set, int pictureWidth, boolean member, int reach) {
    NearestPixels map = new NearestPixels(box);
    for (int y = 0; y < map.height; y++) {
      map.mark(y, set, (box.y() + y) * pictureWidth + box.x(), member);
    }
    map.searchColumns();
    RowSearch search = new RowSearch(map.nearest, map.width, reach);
    for (int y = 0; y < map.height; y++) {
      search.search(y);
    }
    return map;
  }

  /**
   * Tells whether a pixel is of the set.
   *
   * @param index of the pixel in the box, by rows
   * @return true when its nearest pixel is itself
   */
  public boolean member(int index) {
    return squaredDistance(index) == 0;
  }

  /**
   * Returns the nearest pixel of the set.
   *
   * @param index of the pixel in the box, by rows
   * @return the index of the nearest one, or -1 when there is none within the reach
   */
  public int at(int index) {
    int found = nearest[index];
    return found == NONE ? NONE : (found >> 16) * width + (found & 0xFFFF);
  }

  /**
   * Returns the squared distance to the nearest pixel of the set.
   *
   * @param index of the pixel in the box, by rows
   * @return square pixels, or {@link Integer#MAX_VALUE} when there is none within the reach
   */
  public int squaredDistance(int index) {
    return squared(index % width, index / width, nearest[index]);
  }

  /**
   * Returns the squared distance to the nearest pixel of the set.
   *
   * @param x column of the pixel in the box
   * @param y row of the pixel in the box
   * @return square pixels, or {@link Integer#MAX_VALUE} when there is none within the reach
   */
  public int squaredDistance(int x, int y) {
    return squared(x, y, nearest[y * width + x]);
  }

  private static int squared(int x, int y, int to) {
    if (to == NONE) {
      return Integer.MAX_VALUE;
    }
    int dx = x - (to & 0xFFFF);
    int dy = y - (to >> 16);
    return dx * dx + dy * dy;
  }

  /** Writes a row's number into its members. */
  private void mark(int y, BitSet set, int start, boolean member) {
    int end = start + width;
    int from = member ? set.nextSetBit(start) : set.nextClearBit(start);
    while (from >= 0 && from < end) {
      int to = member ? set.nextClearBit(from) : set.nextSetBit(from);
      to = to < 0 ? end : Math.min(to, end);
      Arrays.fill(nearest, y * width + from - start, y * width + to - start, y);
      from = member ? set.nextSetBit(to) : set.nextClearBit(to);
    }
  }

  /** Gives each pixel the row of the nearest member in its column. */
  private void searchColumns() {
    for (int i = width; i < nearest.length; i++) {
      nearest[i] = Math.max(nearest[i], nearest[i - width]);
    }
    int[] below = new int[width];
    Arrays.fill(below, -NO_ROW);
    for (int y = height - 1; y >= 0; y--) {
      for (int x = 0, i = y * width; x < width; x++, i++) {
        if (nearest[i] == y) {
          below[x] = y;
        } else if (below[x] - y < y - nearest[i]) {
          nearest[i] = below[x];
        }
      }
    }
  }

  /** The second pass: rows of members become pixels, one row of the box after another. */
  private static final class RowSearch {
    private final int[] nearest;
    private final int width;
    private final int reach;
    private final int[] rows;
    private final int[] squares;

    RowSearch(int[] nearest, int width, int reach) {
      this.nearest = nearest;
      this.width = width;
      this.reach = reach;
      this.rows = new int[width];
      this.squares = new int[width];
    }

    void search(int y) {
      int start = y * width;
      System.arraycopy(nearest, start, rows, 0, width);
      for (int x = 0; x < width; x++) {
        int down = Math.abs(rows[x] - y);
        squares[x] = down > reach ? Integer.MAX_VALUE : down * down;
      }
      int left = -1 - reach;
      int right = next(0);
      for (int x = 0; x < width; x++) {
        if (x == right) {
          left = x;
          right = next(x + 1);
        }
        boolean offered = x - left <= reach || right - x <= reach;
        int column = !offered ? NONE : squares[x] == 0 ? x : nearestColumn(x);
        nearest[start + x] = column == NONE ? NONE : rows[column] << 16 | column;
      }
    }

    /** Returns the first column from there on that has a member within the reach. */
    private int next(int from) {
      int x = from;
      while (x < width && squares[x] == Integer.MAX_VALUE) {
        x++;
      }
      return x < width ? x : width + reach;
    }

    private int nearestColumn(int x) {
      int best = reach * reach + 1;
      int column = NONE;
      for (int dx = 0; dx * dx < best; dx++) {
        int most = best - dx * dx;
        if (x >= dx && squares[x - dx] < most) {
          best = squares[x - dx] + dx * dx;
          column = x - dx;
          most = squares[x - dx];
        }
        if (x + dx < width && squares[x + dx] < most) {
          best = squares[x + dx] + dx * dx;
          column = x + dx;
        }
      }
      return column;
    }
  }
}
