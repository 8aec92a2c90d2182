package org.brandimage.imaging.cutout;

import org.brandimage.imaging.mask.MaskMorphology;
import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;

/**
 * The faint pixels that matting tools leave far from a product, where a network was not quite sure
 * of the ground. On a new ground they would show as a veil with the outline of the old photo. Faint
 * pixels near visible ones are the tail of a soft edge and stay. Stateless.
 */
final class Haze {
  /** How far from visible pixels a soft edge fades out, in pixels. */
  private static final int EDGE = 8;

  private Haze() {}

  /** Tells whether a cut-out has faint pixels far from the visible ones. */
  static boolean isIn(RasterImage image) {
    Mask near = nearVisible(image);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        if (image.argb(x, y) >>> 24 != 0 && !near.keeps(x, y)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the cut-out with its haze made transparent. */
  static RasterImage removedFrom(RasterImage image) {
    Mask near = nearVisible(image);
    int[] argb = image.toArgb();
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        if (!near.keeps(x, y)) {
          argb[y * image.width() + x] = 0;
        }
      }
    }
    return RasterImage.adopt(image.size(), argb);
  }

  private static Mask nearVisible(RasterImage image) {
    Mask visible = Mask.of(image.size(), (x, y) -> image.argb(x, y) >>> 24 >= Cutout.VISIBLE_ALPHA);
    return MaskMorphology.grown(visible, EDGE);
  }
}
