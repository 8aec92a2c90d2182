package org.brandimage.spi.testkit.checked;

import static org.assertj.core.api.Assertions.assertThat;

import org.brandimage.spi.cutout.Cutout;
import org.brandimage.spi.cutout.CutoutRequest;
import org.brandimage.spi.image.RasterImage;

/** The rules of a cut-out maker that one request and its result can show. */
public final class CutoutRules {
  private CutoutRules() {}

  static void all(CutoutRequest request, Cutout cutout) {
    m1(request, cutout);
    m2(request, cutout);
  }

  /**
   * Checks M1: the product's opaque pixels keep their colours.
   *
   * @param request the request
   * @param cutout the cut-out
   */
  public static void m1(CutoutRequest request, Cutout cutout) {
    assertThat(isPartOf(request.photo().raster(), cutout.image().raster()))
        .as("M1 the product's opaque pixels stand somewhere in the photo: %s", request.name())
        .isTrue();
  }

  /**
   * Checks M2: a cut-out is cropped to its visible pixels.
   *
   * @param request the request
   * @param cutout the cut-out
   */
  public static void m2(CutoutRequest request, Cutout cutout) {
    RasterImage raster = cutout.image().raster();
    assertThat(cutout.image().size())
        .as("M2 a cut-out has the size it says: %s", request.name())
        .isEqualTo(raster.size());
    assertThat(Cutout.visibleBounds(raster))
        .as("M2 a cut-out is cropped to its visible pixels: %s", request.name())
        .contains(raster.size().bounds());
  }

  /** Compares from the first opaque pixel on, so that most places are ruled out at once. */
  private static boolean isPartOf(RasterImage photo, RasterImage cutout) {
    int[] part = cutout.toArgb();
    int[] whole = photo.toArgb();
    int first = 0;
    while (first < part.length && part[first] >>> 24 < 255) {
      first++;
    }
    for (int dy = 0; dy <= photo.height() - cutout.height(); dy++) {
      for (int dx = 0; dx <= photo.width() - cutout.width(); dx++) {
        int i = first;
        while (i < part.length && matches(part, whole, i, place(i, dx, dy, cutout, photo))) {
          i++;
        }
        if (i == part.length) {
          return true;
        }
      }
    }
    return false;
  }

  private static int place(int i, int dx, int dy, RasterImage cutout, RasterImage photo) {
    return (dy + i / cutout.width()) * photo.width() + dx + i % cutout.width();
  }

  private static boolean matches(int[] part, int[] whole, int i, int place) {
    return part[i] >>> 24 < 255 || part[i] == whole[place];
  }
}
