package org.brandimage.spi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.image.RasterImage;

/** The rules of a cut-out maker that one request and its result can show. */
final class CutoutRules {
  private CutoutRules() {}

  static void all(CutoutRequest request, Cutout cutout) {
    m1(request, cutout);
    m2(request, cutout);
  }

  static void m1(CutoutRequest request, Cutout cutout) {
    assertThat(isPartOf(request.photo().raster(), cutout.image().raster()))
        .as("M1 the product's opaque pixels stand somewhere in the photo: %s", request.name())
        .isTrue();
  }

  static void m2(CutoutRequest request, Cutout cutout) {
    RasterImage raster = cutout.image().raster();
    assertThat(cutout.image().size())
        .as("M2 a cut-out has the size it says: %s", request.name())
        .isEqualTo(raster.size());
    assertThat(Visible.mask(raster).keptBounds())
        .as("M2 a cut-out is cropped to its visible pixels: %s", request.name())
        .contains(raster.size().bounds());
  }

  private static boolean isPartOf(RasterImage photo, RasterImage cutout) {
    for (int dy = 0; dy <= photo.height() - cutout.height(); dy++) {
      for (int dx = 0; dx <= photo.width() - cutout.width(); dx++) {
        if (standsAt(photo, cutout, dx, dy)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean standsAt(RasterImage photo, RasterImage cutout, int dx, int dy) {
    for (int y = 0; y < cutout.height(); y++) {
      for (int x = 0; x < cutout.width(); x++) {
        int argb = cutout.argb(x, y);
        if (argb >>> 24 == 255 && argb != photo.argb(x + dx, y + dy)) {
          return false;
        }
      }
    }
    return true;
  }
}
