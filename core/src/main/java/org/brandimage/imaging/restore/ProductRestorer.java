package org.brandimage.imaging.restore;

import java.util.Optional;
import org.brandimage.imaging.raster.Blend;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;

/**
 * A restorer that puts the exact pixels of products back into a generated picture, and measures
 * {@link Fidelity} before and after. It is needed because generators change pixels that the mask
 * keeps; the product layer is the reference.
 *
 * <p>In {@link RestoreMode#EXACT} the result is the layer over the picture for every pixel with
 * alpha above 0: opaque pixels equal the layer, edge pixels are blended by its alpha with the
 * generated ones, so that there is no seam. It costs a few passes over the box around the product,
 * and about 30 bytes per pixel of the box while it works. Stateless and thread-safe.
 */
public final class ProductRestorer {
  private static final int FEATHER = 4;

  private ProductRestorer() {}

  /**
   * Puts the products back.
   *
   * @param provided the unrestored picture
   * @param productLayer the product alone on a transparent canvas of the same size
   * @param mask KEEP where the product is; {@link org.brandimage.imaging.compose.Compositor#mask}
   *     gives the layer's
   * @param mode the way to put them back
   * @return the picture with the products, and the measures; the unrestored picture itself when
   *     there is nothing to change
   * @throws IllegalArgumentException when the sizes differ
   */
  public static RestoredImage restore(
      RasterImage provided, RasterImage productLayer, Mask mask, RestoreMode mode) {
    checkSizes(provided, productLayer, mask);
    Optional<Box> kept = mask.keptBounds();
    if (kept.isEmpty()) {
      RasterImage image = mode == RestoreMode.EXACT ? over(provided, productLayer) : provided;
      return new RestoredImage(image, new RestoreReport(Fidelity.PERFECT, Fidelity.PERFECT));
    }
    FidelityMeter meter = FidelityMeter.of(productLayer, mask, kept.get());
    Fidelity before = meter.measure(provided);
    if (mode == RestoreMode.OFF) {
      return new RestoredImage(provided, new RestoreReport(before, before));
    }
    RasterImage image =
        mode == RestoreMode.EXACT
            ? over(provided, productLayer)
            : feathered(provided, productLayer, mask, meter);
    return new RestoredImage(image, new RestoreReport(before, meter.measure(image)));
  }

  /**
   * Puts the products back without measuring, for a picture that was measured before. It gives the
   * same pixels as {@link #restore} in a fraction of the time.
   *
   * @param provided the unrestored picture
   * @param productLayer the product alone on a transparent canvas of the same size
   * @param mask KEEP where the product is
   * @param mode the way to put them back
   * @return the picture with the products; the unrestored picture itself when there is nothing to
   *     change
   * @throws IllegalArgumentException when the sizes differ
   */
  public static RasterImage putBack(
      RasterImage provided, RasterImage productLayer, Mask mask, RestoreMode mode) {
    checkSizes(provided, productLayer, mask);
    return switch (mode) {
      case OFF -> provided;
      case EXACT -> over(provided, productLayer);
      case FEATHERED ->
          mask.keptBounds()
              .map(kept -> FidelityMeter.of(productLayer, mask, kept))
              .map(meter -> feathered(provided, productLayer, mask, meter))
              .orElse(provided);
    };
  }

  private static void checkSizes(RasterImage provided, RasterImage productLayer, Mask mask) {
    if (!provided.size().equals(productLayer.size()) || !provided.size().equals(mask.size())) {
      throw new IllegalArgumentException(
          "picture, product layer and mask must have one size: "
              + provided.size()
              + ", "
              + productLayer.size()
              + ", "
              + mask.size());
    }
  }

  private static RasterImage over(RasterImage provided, RasterImage productLayer) {
    int[] argb = provided.toArgb();
    int[] row = new int[provided.width()];
    for (int y = 0; y < provided.height(); y++) {
      productLayer.copyRow(y, row);
      int offset = y * provided.width();
      for (int x = 0; x < row.length; x++) {
        if (row[x] >>> 24 != 0) {
          argb[offset + x] = Blend.over(row[x], argb[offset + x]);
        }
      }
    }
    return RasterImage.adopt(provided.size(), argb);
  }

  private static RasterImage feathered(
      RasterImage provided, RasterImage productLayer, Mask mask, FidelityMeter meter) {
    int[] argb = provided.toArgb();
    Box box = meter.box();
    int[] row = new int[provided.width()];
    for (int y = box.y(); y < box.bottom(); y++) {
      productLayer.copyRow(y, row);
      for (int x = box.x(); x < box.right(); x++) {
        int inBox = (y - box.y()) * box.width() + x - box.x();
        int at = y * provided.width() + x;
        if (mask.keeps(x, y)) {
          double weight = weight(meter.generated().squaredDistance(inBox));
          int alpha = (int) Math.round((row[x] >>> 24) * weight);
          argb[at] = Blend.over(alpha << 24 | (row[x] & 0xFFFFFF), argb[at]);
        }
      }
    }
    return RasterImage.adopt(provided.size(), argb);
  }

  /** Returns the layer's part by depth inside the mask: a smooth step from 0 to 1. */
  private static double weight(int squaredDepth) {
    if (squaredDepth > FEATHER * FEATHER) {
      return 1;
    }
    double t = Math.sqrt(squaredDepth) / (FEATHER + 1);
    return t * t * (3 - 2 * t);
  }
}
