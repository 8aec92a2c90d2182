package org.brandimage.imaging.cutout;

import java.util.BitSet;
import org.brandimage.imaging.mask.MaskMorphology;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.Size;

/**
 * What was found to be product, without specks, and how far it can be trusted.
 *
 * @param pixels one bit a pixel, by rows
 * @param area how many
 * @param faintShare the share of the outline, 0 to 1, where product and ground hardly differ
 * @param frayedShare the pixels that opening and closing by a disc would change, divided by the
 *     outline's length: about 0.01 for a clean outline, above 0.1 for one torn by shadow or texture
 * @param enclosedShare the share of the product that looks like ground: holes, or parts in white
 */
record ProductShape(
    BitSet pixels, int area, double faintShare, double frayedShare, double enclosedShare) {
  /** A part smaller than this share of the largest is a speck. */
  private static final double SPECK_SHARE = 0.01;

  /** Colour differences below this are faint: an 8-bit step or two of noise on both sides. */
  private static final double FAINT = 9;

  /** Features below twice this radius, in pixels, count as frayed. */
  private static final int FRAY_RADIUS = 2;

  /** Colour differences up to this are the ground's own, in multiples of its spread, at least 1. */
  private static final double GROUND_SPREADS = 2;

  /** How far inside its outline a product's own colour is looked for, in pixels. */
  private static final int DEPTH = 2;

  static ProductShape of(LabPlane lab, StudioGround ground, BitSet found) {
    BitSet product = withoutSpecks(found, lab.width(), lab.height());
    double groundLike = Math.max(1, GROUND_SPREADS * ground.spread());
    int area = 0;
    int outline = 0;
    int faint = 0;
    int enclosed = 0;
    for (int i = product.nextSetBit(0); i >= 0; i = product.nextSetBit(i + 1)) {
      int y = i / lab.width();
      int x = i - y * lab.width();
      area++;
      if (isOutline(product, lab, x, y)) {
        outline++;
        faint += contrastNear(product, lab, ground, i) < FAINT ? 1 : 0;
      } else if (ground.difference(x, y) <= groundLike) {
        enclosed++;
      }
    }
    int frayed = frayed(product, new Size(lab.width(), lab.height()));
    return new ProductShape(
        product, area, share(faint, outline), share(frayed, outline), share(enclosed, area));
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static int frayed(BitSet product, Size size) {
    Mask mask = Mask.of(size, product);
    Mask opened = MaskMorphology.grown(MaskMorphology.eroded(mask, FRAY_RADIUS), FRAY_RADIUS);
    Mask closed = MaskMorphology.eroded(MaskMorphology.grown(mask, FRAY_RADIUS), FRAY_RADIUS);
    BitSet changed = closed.toBits();
    changed.andNot(opened.toBits());
    return changed.cardinality();
  }

  private static boolean isOutline(BitSet product, LabPlane lab, int x, int y) {
    int i = y * lab.width() + x;
    return (x > 0 && !product.get(i - 1))
        || (x < lab.width() - 1 && !product.get(i + 1))
        || (y > 0 && !product.get(i - lab.width()))
        || (y < lab.height() - 1 && !product.get(i + lab.width()));
  }

  /** Returns the largest difference from the ground a little inside the outline. */
  private static double contrastNear(BitSet product, LabPlane lab, StudioGround ground, int index) {
    int x = index % lab.width();
    int y = index / lab.width();
    double most = 0;
    for (int ny = Math.max(0, y - DEPTH); ny <= Math.min(lab.height() - 1, y + DEPTH); ny++) {
      for (int nx = Math.max(0, x - DEPTH); nx <= Math.min(lab.width() - 1, x + DEPTH); nx++) {
        if (product.get(ny * lab.width() + nx)) {
          most = Math.max(most, ground.difference(nx, ny));
        }
      }
    }
    return most;
  }

  private static BitSet withoutSpecks(BitSet found, int width, int height) {
    ConnectedParts parts = ConnectedParts.of(found, width, height);
    return parts.atLeast((int) Math.ceil(parts.largest() * SPECK_SHARE));
  }
}
