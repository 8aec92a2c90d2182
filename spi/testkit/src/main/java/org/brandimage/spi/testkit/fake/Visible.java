package org.brandimage.spi.testkit.fake;

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

  /** The share of a layer's visible pixels that a picture shows unchanged; 1 when there is none. */
  static double kept(RasterImage picture, RasterImage layer) {
    int[] shown = picture.toArgb();
    int[] product = layer.toArgb();
    long visible = 0;
    long same = 0;
    for (int i = 0; i < product.length; i++) {
      if (product[i] >>> 24 > 0) {
        visible++;
        same += (product[i] | 0xFF000000) == (shown[i] | 0xFF000000) ? 1 : 0;
      }
    }
    return visible == 0 ? 1 : (double) same / visible;
  }
}
