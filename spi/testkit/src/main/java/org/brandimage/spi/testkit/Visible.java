package org.brandimage.spi.testkit;

import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;

/** The part of a picture that can be seen: every pixel whose alpha is above 0. */
final class Visible {
  private Visible() {}

  /** Tells which pixels can be seen, as KEEP. */
  static Mask mask(RasterImage image) {
    return Mask.of(image.size(), (x, y) -> image.argb(x, y) >>> 24 > 0);
  }

  /** Cuts the invisible border off; a picture without visible pixels stays whole. */
  static RasterImage cropped(RasterImage image) {
    return crop(image, mask(image).keptBounds().orElse(image.size().bounds()));
  }

  /** Cuts a region out. */
  static RasterImage crop(RasterImage image, Box region) {
    int[] pixels = new int[region.width() * region.height()];
    image.copyRegion(region, pixels, 0, region.width());
    return RasterImage.adopt(region.size(), pixels);
  }
}
