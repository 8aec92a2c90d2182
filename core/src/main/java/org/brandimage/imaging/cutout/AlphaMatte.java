package org.brandimage.imaging.cutout;

import java.util.Arrays;
import java.util.BitSet;
import org.brandimage.imaging.mask.MaskMorphology;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * The estimate of alpha and foreground colour along the edge of a cut-out. Pixels near the edge of
 * a photographed product are mixtures of product and ground, made by the lens and by the coarse
 * colours of JPEG. The share of product is found by projecting the colour onto the line between the
 * two (the compositing equation of T. Porter and T. Duff, 1984, solved for alpha), and the part of
 * the ground is taken out of the colour. Pixels that are no such mixture stay as they are, so that
 * fine patterns of a product are not made transparent.
 */
final class AlphaMatte {
  /** How far from the line between product and ground a mixture may lie, in levels. */
  private static final double LARGEST_RESIDUAL = 32;

  /** Product and ground nearer than this cannot be told apart by colour, in levels. */
  private static final double LEAST_CONTRAST = 24;

  /** Below this share a pixel that is no clean mixture counts as ground. */
  private static final double LEAST_PRODUCT_SHARE = 0.3;

  /** How deep mixtures reach into what was found to be product, in pixels. */
  private static final int INNER = 2;

  /** How far outside it they reach. */
  private static final int OUTER = 1;

  /** How far around a mixture sure product and sure ground are looked for. */
  private static final int REACH = 5;

  private static final int NEARLY_OPAQUE = 246;
  private static final int NEARLY_CLEAR = 8;

  private final RasterImage photo;
  private final Size size;
  private final BitSet product;
  private final BitSet sureProduct;
  private final BitSet maybeProduct;
  private final double[] near = new double[3];
  private final double[] far = new double[3];

  private AlphaMatte(RasterImage photo, BitSet product) {
    this.photo = photo;
    this.size = photo.size();
    this.product = product;
    Mask mask = Mask.of(size, product);
    this.sureProduct = MaskMorphology.eroded(mask, INNER).toBits();
    this.maybeProduct = MaskMorphology.grown(mask, OUTER).toBits();
  }

  /**
   * Returns the product with an alpha channel, not cropped.
   *
   * @param photo an opaque photo
   * @param product its product's pixels, one bit each, by rows
   */
  static RasterImage cut(RasterImage photo, BitSet product) {
    AlphaMatte matte = new AlphaMatte(photo, product);
    int[] argb = new int[Math.toIntExact(photo.size().pixels())];
    int[] row = new int[photo.width()];
    for (int y = 0; y < photo.height(); y++) {
      photo.copyRow(y, row);
      for (int x = 0; x < photo.width(); x++) {
        argb[y * photo.width() + x] = matte.pixel(x, y, row[x]);
      }
    }
    return RasterImage.adopt(photo.size(), argb);
  }

  private int pixel(int x, int y, int colour) {
    int index = y * size.width() + x;
    boolean inside = product.get(index);
    boolean mixed = maybeProduct.get(index) && !sureProduct.get(index);
    if (!mixed || !average(x, y, true, near) || !average(x, y, false, far)) {
      return inside ? colour : 0;
    }
    return mixture(colour, inside);
  }

  private int mixture(int colour, boolean inside) {
    double along = 0;
    double length = 0;
    for (int c = 0; c < 3; c++) {
      along += (channel(colour, c) - far[c]) * (near[c] - far[c]);
      length += (near[c] - far[c]) * (near[c] - far[c]);
    }
    double alpha = length == 0 ? 1 : Math.max(0, Math.min(1, along / length));
    double residual = 0;
    for (int c = 0; c < 3; c++) {
      double mixed = far[c] + alpha * (near[c] - far[c]);
      residual += (channel(colour, c) - mixed) * (channel(colour, c) - mixed);
    }
    if (length < LEAST_CONTRAST * LEAST_CONTRAST
        || residual > LARGEST_RESIDUAL * LARGEST_RESIDUAL) {
      // No mixture: noisy ground when it is at the ground's end of the line, else the product's
      // own.
      return inside && alpha >= LEAST_PRODUCT_SHARE ? colour : 0;
    }
    int level = (int) Math.round(alpha * 255);
    if (level >= NEARLY_OPAQUE) {
      return colour;
    }
    return level <= NEARLY_CLEAR ? 0 : level << 24 | withoutGround(colour, alpha);
  }

  private int withoutGround(int colour, double alpha) {
    int result = 0;
    for (int c = 0; c < 3; c++) {
      double own = (channel(colour, c) - (1 - alpha) * far[c]) / alpha;
      // What alpha leaves uncertain is bounded by what the product looks like there.
      double kept = alpha < 0.5 ? near[c] : own;
      result = result << 8 | (int) Math.round(Math.max(0, Math.min(255, kept)));
    }
    return result;
  }

  /** Averages the sure pixels of one kind nearby; false when there are none. */
  private boolean average(int x, int y, boolean ofProduct, double[] target) {
    Arrays.fill(target, 0);
    int count = 0;
    for (int ny = Math.max(0, y - REACH); ny <= Math.min(size.height() - 1, y + REACH); ny++) {
      for (int nx = Math.max(0, x - REACH); nx <= Math.min(size.width() - 1, x + REACH); nx++) {
        int index = ny * size.width() + nx;
        if (ofProduct ? sureProduct.get(index) : !maybeProduct.get(index)) {
          int colour = photo.argb(nx, ny);
          for (int c = 0; c < 3; c++) {
            target[c] += channel(colour, c);
          }
          count++;
        }
      }
    }
    for (int c = 0; c < 3; c++) {
      target[c] /= Math.max(1, count);
    }
    return count > 0;
  }

  private static int channel(int argb, int c) {
    return argb >> (16 - 8 * c) & 0xFF;
  }
}
