package org.brandimage.local.rank;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.brandimage.imaging.mask.MaskMorphology;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.imaging.raster.SrgbTransfer;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Placement;
import org.jspecify.annotations.Nullable;

/**
 * The silhouettes of a picture's products on a small copy of it. The box around a turned product
 * holds much background, so what is measured on it favours turned products; their silhouettes are
 * the same however they are turned. Immutable and thread-safe.
 */
final class Silhouettes {
  private static final int OPAQUE = 128;

  /** A product is well sized when its silhouette covers about this share of a side. */
  private static final double WELL_SIZED = 0.39;

  private static final double SIZE_TOLERANCE = 0.20;

  private final Size size;
  private final List<Mask> products;
  private final BitSet all = new BitSet();

  private Silhouettes(Size size, List<Mask> products) {
    this.size = size;
    this.products = List.copyOf(products);
    products.forEach(product -> all.or(product.toBits()));
  }

  /**
   * Finds the silhouettes.
   *
   * @param layer the products alone, in the picture's own size; without it each product is taken
   *     for its turned rectangle
   * @param placements where they stand in the picture
   * @param full the picture's own size
   * @param small the size to measure at
   * @return one silhouette a placement
   */
  static Silhouettes of(
      @Nullable RasterImage layer, List<Placement> placements, Size full, Size small) {
    RasterImage reduced = layer == null ? null : Resampler.resize(layer, small);
    List<Mask> products = new ArrayList<>();
    for (Placement placement : placements) {
      Mask product = reduced == null ? null : opaque(reduced, scaled(placement.box(), full, small));
      products.add(
          product == null || product.keptPixels() == 0
              ? rectangle(placement, full, small)
              : product);
    }
    return new Silhouettes(small, products);
  }

  /**
   * Returns how well the products sit in the frame: the middle of all their pixels on the vertical
   * middle or a third, and neither lost in the picture nor filling it.
   *
   * @return the mean of place and size, from 0 to 1
   */
  double balance() {
    double sum = 0;
    for (int i = all.nextSetBit(0); i >= 0; i = all.nextSetBit(i + 1)) {
      sum += i % size.width() + 0.5;
    }
    double centre = sum / Math.max(1, all.cardinality()) / size.width();
    double off =
        Math.min(
            Math.abs(centre - 0.5),
            Math.min(Math.abs(centre - 1 / 3.0), Math.abs(centre - 2 / 3.0)));
    double onLine = Math.exp(-Math.pow(off / 0.10, 2));
    double middle = Math.exp(-Math.pow((centre - 0.5) / 0.45, 2));
    double share = Math.sqrt(all.cardinality() / (double) size.pixels());
    double sized = Math.exp(-Math.pow((share - WELL_SIZED) / SIZE_TOLERANCE, 2));
    return 0.3 * onLine + 0.3 * middle + 0.4 * sized;
  }

  /**
   * Returns how well the products stand out: how far the mean colour of their silhouettes is from
   * that of the band around them, on sRGB levels.
   *
   * @param picture a copy of the picture of the size measured at
   * @return 0 for the same colour, 1 from a distance of 120 levels on
   */
  double prominence(RasterImage picture) {
    double sum = 0;
    for (Mask product : products) {
      int reach = (int) Math.max(2, Math.sqrt(product.keptPixels()) / 3);
      BitSet around = MaskMorphology.grown(product, reach).toBits();
      around.andNot(all);
      sum += Math.min(1, distance(mean(picture, product.toBits()), mean(picture, around)) / 120);
    }
    return sum / products.size();
  }

  private static Mask opaque(RasterImage layer, Box box) {
    return Mask.of(
        layer.size(),
        (x, y) ->
            x >= box.x()
                && x < box.right()
                && y >= box.y()
                && y < box.bottom()
                && layer.argb(x, y) >>> 24 >= OPAQUE);
  }

  private static Mask rectangle(Placement placement, Size full, Size small) {
    Box box = placement.box();
    double middleX = box.x() + box.width() / 2.0;
    double middleY = box.y() + box.height() / 2.0;
    double turn = Math.toRadians(placement.rotation());
    double pixelX = full.width() / (double) small.width();
    double pixelY = full.height() / (double) small.height();
    return Mask.of(
        small,
        (x, y) -> {
          double dx = (x + 0.5) * pixelX - middleX;
          double dy = (y + 0.5) * pixelY - middleY;
          double across = Math.abs(dx * Math.cos(turn) - dy * Math.sin(turn));
          double down = Math.abs(dx * Math.sin(turn) + dy * Math.cos(turn));
          return across <= Math.max(pixelX, placement.width()) / 2
              && down <= Math.max(pixelY, placement.height()) / 2;
        });
  }

  /** Returns the mean linear light of some pixels as sRGB levels; empty when there are none. */
  private static double[] mean(RasterImage picture, BitSet pixels) {
    double[] sums = new double[3];
    int width = picture.width();
    for (int i = pixels.nextSetBit(0); i >= 0; i = pixels.nextSetBit(i + 1)) {
      int argb = picture.argb(i % width, i / width);
      for (int channel = 0; channel < 3; channel++) {
        sums[channel] += SrgbTransfer.toLinear(argb >> (16 - 8 * channel) & 255);
      }
    }
    int count = pixels.cardinality();
    if (count == 0) {
      return new double[0];
    }
    for (int channel = 0; channel < 3; channel++) {
      sums[channel] = SrgbTransfer.toLevel((float) (sums[channel] / count));
    }
    return sums;
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int channel = 0; channel < Math.min(one.length, other.length); channel++) {
      sum += (one[channel] - other[channel]) * (one[channel] - other[channel]);
    }
    return Math.sqrt(sum);
  }

  private static Box scaled(Box box, Size from, Size to) {
    double across = to.width() / (double) from.width();
    double down = to.height() / (double) from.height();
    return new Box(
        (int) Math.floor(box.x() * across),
        (int) Math.floor(box.y() * down),
        (int) Math.max(1, Math.ceil(box.width() * across) + 1),
        (int) Math.max(1, Math.ceil(box.height() * down) + 1));
  }
}
