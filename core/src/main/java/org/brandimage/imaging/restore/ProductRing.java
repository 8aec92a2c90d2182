package org.brandimage.imaging.restore;

import java.util.BitSet;
import org.brandimage.imaging.mask.NearestPixels;
import org.brandimage.imaging.raster.Lab;
import org.brandimage.spi.image.Box;

/**
 * The ring of pixels just outside a product's mask. Each is compared along the straight line from
 * its nearest product pixel: with the product two pixels inside, and with the background some way
 * beyond. Pixels whose line ends outside the picture or in the product are not judged. Immutable.
 */
final class ProductRing {
  private static final int HALO_WIDTH = 3;
  private static final int HALO_BEYOND = 8;
  private static final int INSIDE = 2;
  // Below this the product and its background cannot be told apart by colour.
  private static final double DISTINCT = 10;
  private static final double ALIKE = 15;

  private final int width;
  private final int height;
  private final int[] layer;
  private final NearestPixels product;
  private final int reach;
  private final int kept;

  /** The pixels outside the product that are near enough to be looked at. */
  private final int[] near;

  /**
   * Creates the ring.
   *
   * @param box the region of the picture that is looked at
   * @param layer the product layer there
   * @param product the nearest KEEP pixel of each pixel there, as far as {@link #farthest}
   * @param reach how wide the ring is for growth
   */
  ProductRing(Box box, int[] layer, NearestPixels product, int reach) {
    this.width = box.width();
    this.height = box.height();
    this.layer = layer;
    this.product = product;
    this.reach = reach;
    int count = 0;
    BitSet close = new BitSet(layer.length);
    int farthest = farthest(reach);
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++, i++) {
        int squared = product.squaredDistance(x, y);
        count += squared == 0 ? 1 : 0;
        close.set(i, squared > 0 && squared <= farthest * farthest);
      }
    }
    this.kept = count;
    this.near = close.stream().toArray();
  }

  /** Returns the width of the ring for a product of so many pixels: 3 % of its scale, 4 to 24. */
  static int reach(int keptPixels) {
    return (int) Math.max(4, Math.min(24, Math.round(0.03 * Math.sqrt(keptPixels))));
  }

  /** Returns how far from the product the ring's own pixels are. */
  static int farthest(int reach) {
    return Math.max(reach, HALO_WIDTH);
  }

  /** Returns how far from the product its background is looked at. */
  static int beyond(int reach) {
    return Math.max(HALO_BEYOND, 2 * reach + 4);
  }

  /** Returns the pixels that the product gained, as a share of its own. */
  double growth(int[] pixels) {
    BitSet alike = new BitSet(layer.length);
    for (int i : near) {
      // A translucent layer pixel is product by right, not growth.
      if (within(i, reach) && layer[i] >>> 24 == 0 && likeProduct(pixels, i)) {
        alike.set(i);
      }
    }
    int grown = 0;
    for (int i = alike.nextSetBit(0); i >= 0; i = alike.nextSetBit(i + 1)) {
      grown += touchesProduct(alike, i) ? 1 : 0;
    }
    return (double) grown / Math.max(1, kept);
  }

  private boolean likeProduct(int[] pixels, int i) {
    int beyond = onLine(i, beyond(reach));
    if (beyond < 0) {
      return false;
    }
    Lab inside = Lab.of(layer[inside(i)]);
    Lab here = Lab.of(pixels[i]);
    double toProduct = here.difference(inside);
    if (toProduct > ALIKE) {
      return false;
    }
    Lab outside = Lab.of(pixels[beyond]);
    return inside.difference(outside) >= DISTINCT && toProduct < here.difference(outside) / 2;
  }

  /** Tells whether every pixel between this one and the product is alike or product as well. */
  private boolean touchesProduct(BitSet alike, int i) {
    int steps = (int) Math.sqrt(product.squaredDistance(i));
    for (int step = 1; step < steps; step++) {
      int between = onLine(i, step);
      if (between < 0 || !(alike.get(between) || layer[between] >>> 24 > 0)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the mean lightness by which the ring stands out from both its sides. */
  double halo(int[] pixels) {
    double sum = 0;
    int judged = 0;
    for (int i : near) {
      int beyond = within(i, HALO_WIDTH) ? onLine(i, HALO_BEYOND) : -1;
      if (beyond >= 0) {
        judged++;
        double here = Lab.of(pixels[i]).l();
        double toProduct = here - Lab.of(layer[inside(i)]).l();
        double toBackground = here - Lab.of(pixels[beyond]).l();
        sum += Math.max(0, Math.min(toProduct, toBackground));
        sum += Math.max(0, Math.min(-toProduct, -toBackground));
      }
    }
    return sum / Math.max(1, judged);
  }

  private boolean within(int i, int distance) {
    int squared = product.squaredDistance(i);
    return squared > 0 && squared <= distance * distance;
  }

  /**
   * Returns the background pixel at a distance from the product on the line through a ring pixel,
   * or -1 when it is outside or belongs to a product.
   */
  private int onLine(int i, double distance) {
    int at = walk(i, distance);
    return at < 0 || product.member(at) ? -1 : at;
  }

  /** Returns an opaque product pixel behind the nearest one, or that one when there is none. */
  private int inside(int i) {
    int behind = walk(i, -INSIDE);
    boolean usable = behind >= 0 && product.member(behind) && layer[behind] >>> 24 == 255;
    return usable ? behind : product.at(i);
  }

  private int walk(int i, double distance) {
    int nearest = product.at(i);
    double share = distance / Math.sqrt(product.squaredDistance(i));
    int startX = nearest % width;
    int startY = nearest / width;
    long x = Math.round(startX + (i % width - startX) * share);
    long y = Math.round(startY + (i / width - startY) * share);
    return x < 0 || y < 0 || x >= width || y >= height ? -1 : (int) (y * width + x);
  }
}
