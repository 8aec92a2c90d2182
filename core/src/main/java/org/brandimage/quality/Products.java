package org.brandimage.quality;

import java.util.List;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.judge.CheckRequest;

/** Where the products of a request stand, and whether the background behind them was kept. */
final class Products {
  /** Median luma difference up to which a picture still shows the background it was given. */
  private static final double SAME_BACKGROUND = 16;

  private static final int COMPARED_SIDE = 64;

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
    Thumbnail before = Thumbnail.of(background, COMPARED_SIDE);
    Thumbnail after = Thumbnail.of(request.picture(), COMPARED_SIDE);
    Thumbnail layer = Thumbnail.of(request.productLayer(), COMPARED_SIDE);
    int[] differences = new int[256];
    int free = 0;
    for (int i = 0; i < layer.argb().length; i++) {
      if (layer.alpha(i) == 0) {
        differences[(int) Math.abs(before.luma(i) - after.luma(i))]++;
        free++;
      }
    }
    int below = 0;
    for (int difference = 0; difference <= SAME_BACKGROUND; difference++) {
      below += differences[difference];
    }
    return free > 0 && 2 * below >= free;
  }
}
