package org.brandimage.quality;

import java.util.List;
import org.brandimage.metric.Luma;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.CheckRequest;

/** Where the products of a request stand, and whether the background behind them was kept. */
final class Products {
  /** Median luma difference up to which a picture still shows the background it was given. */
  private static final double SAME_BACKGROUND = 16;

  private static final int SAMPLED_SIDE = 64;

  private Products() {}

  /** The visible boxes of the placements, grown by a share of their longer side. */
  static List<Box> boxes(CheckRequest request, double margin) {
    Box canvas = request.mask().size().bounds();
    return request.candidate().placements().stream()
        .map(placement -> placement.box())
        .map(box -> box.grown((int) Math.ceil(margin * Math.max(box.width(), box.height()))))
        .flatMap(box -> box.intersect(canvas).stream())
        .toList();
  }

  /**
   * Tells whether a picture shows the background it was made on, apart from the product. A
   * generator may have been free to replace it, and then there is nothing to compare with.
   */
  static boolean showsBackground(CheckRequest request, ImageSource background) {
    if (!background.size().equals(request.mask().size())) {
      return false;
    }
    RasterImage before = background.raster();
    RasterImage after = request.picture().raster();
    RasterImage layer = request.productLayer().raster();
    Size size = background.size();
    int[] differences = new int[256];
    int free = 0;
    for (int row = 0; row < SAMPLED_SIDE; row++) {
      int y = (int) ((row + 0.5) * size.height() / SAMPLED_SIDE);
      for (int column = 0; column < SAMPLED_SIDE; column++) {
        int x = (int) ((column + 0.5) * size.width() / SAMPLED_SIDE);
        if (layer.argb(x, y) >>> 24 == 0) {
          differences[(int) Math.abs(mean(before, x, y) - mean(after, x, y))]++;
          free++;
        }
      }
    }
    int below = 0;
    for (int difference = 0; difference <= SAME_BACKGROUND; difference++) {
      below += differences[difference];
    }
    return free > 0 && 2 * below >= free;
  }

  /** The mean luma of four pixels some way apart, so that noise does not decide. */
  private static double mean(RasterImage picture, int x, int y) {
    int right = Math.min(picture.width() - 1, x + picture.width() / (2 * SAMPLED_SIDE));
    int below = Math.min(picture.height() - 1, y + picture.height() / (2 * SAMPLED_SIDE));
    return (Luma.REC_601.of(picture.argb(x, y))
            + Luma.REC_601.of(picture.argb(right, y))
            + Luma.REC_601.of(picture.argb(x, below))
            + Luma.REC_601.of(picture.argb(right, below)))
        / 4;
  }
}
