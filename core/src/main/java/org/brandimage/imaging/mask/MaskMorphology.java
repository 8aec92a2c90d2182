package org.brandimage.imaging.mask;

import java.util.BitSet;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.Size;

/**
 * Operations that grow, shrink and band masks by a disc: a pixel is reached when the exact
 * Euclidean distance between pixel centres is at most the radius. Pixels beyond the picture's edge
 * do not count, so a product that the edge cuts off is not eroded from there. Cost: a fixed number
 * of steps per pixel whatever the radius, and four bytes per pixel. Stateless and thread-safe.
 *
 * <p>Source: the exact distance transform of A. Meijster, J. Roerdink and W. Hesselink, "A general
 * algorithm for computing distance transforms in linear time", 2000.
 */
public final class MaskMorphology {
  private MaskMorphology() {}

  /**
   * Returns a mask whose KEEP area is grown.
   *
   * @param mask the mask
   * @param radius pixels, at least 0
   * @return KEEP wherever a kept pixel is within the radius
   * @throws IllegalArgumentException when the radius is negative
   */
  public static Mask grown(Mask mask, int radius) {
    return Mask.of(mask.size(), within(mask.toBits(), mask.size(), radius));
  }

  /**
   * Returns a mask whose KEEP area is shrunk.
   *
   * @param mask the mask
   * @param radius pixels, at least 0
   * @return KEEP wherever no pixel to generate is within the radius
   * @throws IllegalArgumentException when the radius is negative
   */
  public static Mask eroded(Mask mask, int radius) {
    return grown(mask.inverted(), radius).inverted();
  }

  /**
   * Returns a mask that leaves only a band around the KEEP area to be generated, so that both the
   * product and the background beyond the band stay.
   *
   * @param mask the product's pixels as KEEP
   * @param radius how wide the band is, in pixels, at least 0
   * @return GENERATE where a kept pixel is within the radius but the pixel itself is not kept
   * @throws IllegalArgumentException when the radius is negative
   */
  public static Mask band(Mask mask, int radius) {
    BitSet band = within(mask.toBits(), mask.size(), radius);
    band.andNot(mask.toBits());
    band.flip(0, Math.toIntExact(mask.size().pixels()));
    return Mask.of(mask.size(), band);
  }

  private static BitSet within(BitSet set, Size size, int radius) {
    if (radius < 0) {
      throw new IllegalArgumentException("radius must be at least 0: " + radius);
    }
    if (radius == 0 || set.isEmpty()) {
      return set;
    }
    int[] columns = columnDistances(set, size);
    BitSet reached = new BitSet(Math.toIntExact(size.pixels()));
    RowScan scan = new RowScan(size.width());
    for (int y = 0; y < size.height(); y++) {
      scan.scan(columns, y * size.width(), (long) radius * radius, reached);
    }
    return reached;
  }

  /** Returns for each pixel the distance to the nearest set pixel of its column, or more. */
  private static int[] columnDistances(BitSet set, Size size) {
    int width = size.width();
    int[] distances = new int[Math.toIntExact(size.pixels())];
    int farther = size.width() + size.height();
    for (int i = 0; i < distances.length; i++) {
      int above = i < width ? farther : distances[i - width] + 1;
      distances[i] = set.get(i) ? 0 : Math.min(farther, above);
    }
    for (int i = distances.length - width - 1; i >= 0; i--) {
      distances[i] = Math.min(distances[i], distances[i + width] + 1);
    }
    return distances;
  }

  /** One row's lower envelope of the parabolas that the columns raise. */
  private static final class RowScan {
    private final int width;
    private final int[] sites;
    private final int[] starts;

    RowScan(int width) {
      this.width = width;
      this.sites = new int[width];
      this.starts = new int[width];
    }

    void scan(int[] columns, int row, long squaredRadius, BitSet reached) {
      int last = envelope(columns, row);
      for (int x = width - 1; x >= 0; x--) {
        if (squaredDistance(columns, row, sites[last], x) <= squaredRadius) {
          reached.set(row + x);
        }
        if (x == starts[last]) {
          last--;
        }
      }
    }

    private int envelope(int[] columns, int row) {
      int last = 0;
      sites[0] = 0;
      starts[0] = 0;
      for (int x = 1; x < width; x++) {
        while (last >= 0
            && squaredDistance(columns, row, sites[last], starts[last])
                > squaredDistance(columns, row, x, starts[last])) {
          last--;
        }
        if (last < 0) {
          last = 0;
          sites[0] = x;
        } else {
          long start = 1 + separation(columns, row, sites[last], x);
          if (start < width) {
            last++;
            sites[last] = x;
            starts[last] = (int) start;
          }
        }
      }
      return last;
    }

    private static long squaredDistance(int[] columns, int row, int site, int x) {
      long across = (long) x - site;
      long down = columns[row + site];
      return across * across + down * down;
    }

    /** Returns the last column that is not nearer to the right one of two sites. */
    private static long separation(int[] columns, int row, int left, int right) {
      long leftDown = columns[row + left];
      long rightDown = columns[row + right];
      long difference =
          (long) right * right - (long) left * left + rightDown * rightDown - leftDown * leftDown;
      return Math.floorDiv(difference, 2L * (right - left));
    }
  }
}
