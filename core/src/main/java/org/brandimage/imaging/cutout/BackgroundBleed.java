package org.brandimage.imaging.cutout;

import java.util.BitSet;
import org.brandimage.imaging.mask.NearestPixels;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * Removal of the old background from the translucent edge of a cut-out that was made by giving a
 * photo an alpha channel. The colours of the background are still stored under the transparent
 * pixels; the translucent pixels beside them are mixtures of product and background and would show
 * it as a rim on any other background. Its part is taken out of them (the compositing equation of
 * T. Porter and T. Duff, 1984, solved for the foreground), as far as that brings their colour
 * nearer to the product's beside them. Alpha and opaque pixels stay as they are. Stateless.
 */
final class BackgroundBleed {
  /** Translucent pixels farther than this from transparent ones are the product's own glass. */
  private static final int EDGE = 6;

  /** How far the ground's colour is looked for; a picture's frame may hide what lies nearer. */
  private static final int GROUND_REACH = 16;

  /** How far from a mixture the product's own colour is looked for. */
  private static final int PRODUCT_REACH = 8;

  private static final int NEARLY_OPAQUE = 250;

  /** Alpha below which a border pixel is nearly all ground, if there is any. */
  private static final int FAINT = 64;

  /**
   * Largest difference of a transparent pixel's colour that continues its neighbour's, in levels.
   */
  private static final int SAME_SURFACE = 40;

  /** The share of faint border pixels that must be continued. */
  private static final double MOST = 0.7;

  /** Levels that a colour may pass its product's, as noise does. */
  private static final int SLACK = 8;

  /**
   * The share of the way from the product's colour to the ground's that may be left. An alpha that
   * says more product than the colour does, as masks of photos often do, leaves more, which shows.
   */
  private static final double MOST_LEFT = 0.1;

  private BackgroundBleed() {}

  /**
   * Tells whether the colours under transparent pixels continue those of the faint pixels beside
   * them, as in a photo. Editors and renderers write black or white there, from which a product's
   * edge differs; where it does not, taking that colour out changes nothing.
   */
  static boolean isIn(RasterImage image) {
    int width = image.width();
    int[] above = new int[width];
    int[] row = new int[width];
    int faint = 0;
    int continued = 0;
    for (int y = 0; y < image.height(); y++) {
      image.copyRow(y, row);
      for (int x = 0; x < width; x++) {
        for (int other : new int[] {x > 0 ? row[x - 1] : row[x], y > 0 ? above[x] : row[x]}) {
          if (oneIsClear(row[x], other) && Math.max(row[x] >>> 24, other >>> 24) < FAINT) {
            faint++;
            continued += alike(row[x], other) ? 1 : 0;
          }
        }
      }
      System.arraycopy(row, 0, above, 0, width);
    }
    return faint > 0 && continued >= MOST * faint;
  }

  private static boolean oneIsClear(int one, int other) {
    return (one >>> 24 == 0) != (other >>> 24 == 0);
  }

  private static boolean alike(int one, int other) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)) > SAME_SURFACE) {
        return false;
      }
    }
    return true;
  }

  /** Returns the image without the background's part in its translucent pixels. */
  static RasterImage removedFrom(RasterImage image) {
    Size size = image.size();
    int[] before = image.toArgb();
    int[] after = before.clone();
    NearestPixels clear = nearest(before, size, 0, 0, GROUND_REACH);
    NearestPixels product = nearest(before, size, NEARLY_OPAQUE, 255, PRODUCT_REACH);
    for (int i = 0; i < before.length; i++) {
      int alpha = before[i] >>> 24;
      boolean mixture = alpha > 0 && alpha < 255 && clear.at(i) >= 0 && product.at(i) >= 0;
      if (mixture && (clear.squaredDistance(i) <= EDGE * EDGE || isAtFrame(i, size))) {
        int ground = before[clear.at(i)];
        after[i] = alpha << 24 | without(before[i], ground, before[product.at(i)]);
      }
    }
    return RasterImage.adopt(size, after);
  }

  private static boolean isAtFrame(int index, Size size) {
    int x = index % size.width();
    int y = index / size.width();
    return Math.min(x, size.width() - 1 - x) < EDGE || Math.min(y, size.height() - 1 - y) < EDGE;
  }

  private static NearestPixels nearest(int[] argb, Size size, int least, int most, int reach) {
    BitSet set = new BitSet(argb.length);
    for (int i = 0; i < argb.length; i++) {
      int alpha = argb[i] >>> 24;
      if (alpha >= least && alpha <= most) {
        set.set(i);
      }
    }
    return NearestPixels.of(size.bounds(), set, size.width(), true, reach);
  }

  /** Below one half alpha the division says little, and the product's colour stands for it. */
  private static int without(int mixture, int ground, int product) {
    double alpha = (mixture >>> 24) / 255.0;
    double[] pure = new double[3];
    double along = 0;
    double length = 0;
    for (int i = 0; i < 3; i++) {
      int own = channel(product, i);
      int far = channel(ground, i) - own;
      double seen = channel(mixture, i);
      pure[i] = alpha < 0.5 ? own : (seen - (1 - alpha) * channel(ground, i)) / alpha;
      along += (pure[i] - own) * far;
      length += far * far;
    }
    double excess = length > 0 ? Math.max(0, along / length - MOST_LEFT) : 0;
    int result = 0;
    for (int i = 0; i < 3; i++) {
      int own = channel(product, i);
      int seen = channel(mixture, i);
      double least = Math.max(0, Math.min(seen, own) - SLACK);
      double most = Math.min(255, Math.max(seen, own) + SLACK);
      double colour = pure[i] - excess * (channel(ground, i) - own);
      result = result << 8 | (int) Math.round(Math.max(least, Math.min(most, colour)));
    }
    return result;
  }

  /** Returns the level of red, green or blue, in this order. */
  private static int channel(int argb, int index) {
    return argb >> (16 - 8 * index) & 0xFF;
  }
}
