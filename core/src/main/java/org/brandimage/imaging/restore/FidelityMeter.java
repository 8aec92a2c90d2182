package org.brandimage.imaging.restore;

import java.util.BitSet;
import org.brandimage.imaging.mask.NearestPixels;
import org.brandimage.imaging.raster.Lab;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * The measurement of {@link Fidelity} for one product layer and mask; the geometry is worked out
 * once for several pictures. Only the box around the product is looked at. Immutable.
 */
final class FidelityMeter {
  /** How deep in the product the distance to what may be generated is known. */
  static final int DEPTH = 5;

  private static final byte SOLID = 1;
  private static final byte CORE = 2;
  private static final int ERODED = 2;
  private static final int LEAK_LEVELS = 8;

  private final Box box;
  private final int[] layer;
  private final NearestPixels generated;
  private final ProductRing ring;

  /** By pixel: 0 outside the opaque product, {@link #SOLID} or {@link #CORE} inside. */
  private final byte[] parts;

  private final int solid;
  private final int core;

  private FidelityMeter(RasterImage productLayer, Mask mask, Box kept) {
    Size size = mask.size();
    int reach = ProductRing.reach(mask.keptPixels());
    this.box = kept.grown(ProductRing.beyond(reach) + 2).intersect(size.bounds()).orElse(kept);
    this.layer = region(productLayer);
    BitSet bits = mask.toBits();
    this.generated = NearestPixels.of(box, bits, size.width(), false, DEPTH);
    int farthest = ProductRing.farthest(reach);
    NearestPixels product = NearestPixels.of(box, bits, size.width(), true, farthest);
    this.ring = new ProductRing(box, layer, product, reach);
    this.parts = new byte[layer.length];
    int opaque = 0;
    int deep = 0;
    for (int y = 0, i = 0; y < box.height(); y++) {
      for (int x = 0; x < box.width(); x++, i++) {
        if (layer[i] >>> 24 == 255 && product.squaredDistance(x, y) == 0) {
          boolean eroded = generated.squaredDistance(x, y) > ERODED * ERODED;
          parts[i] = eroded ? CORE : SOLID;
          opaque++;
          deep += eroded ? 1 : 0;
        }
      }
    }
    this.solid = opaque;
    this.core = deep;
  }

  /**
   * Returns a meter.
   *
   * @param productLayer the product alone
   * @param mask its mask, which keeps at least one pixel
   * @param kept the mask's bounds
   */
  static FidelityMeter of(RasterImage productLayer, Mask mask, Box kept) {
    return new FidelityMeter(productLayer, mask, kept);
  }

  /** Returns the box that is looked at; the map of distances is of this box. */
  Box box() {
    return box;
  }

  /** Returns for the box how far each pixel is from what may be generated, up to {@link #DEPTH}. */
  NearestPixels generated() {
    return generated;
  }

  /** Measures a picture of the layer's size. */
  Fidelity measure(RasterImage picture) {
    int[] pixels = region(picture);
    int max = 0;
    int leaked = 0;
    long sum = 0;
    double shift = 0;
    for (int i = 0; i < pixels.length; i++) {
      if (parts[i] == 0 || (pixels[i] ^ layer[i]) << 8 == 0) {
        continue;
      }
      int largest = largest(pixels[i], layer[i]);
      leaked += largest > LEAK_LEVELS ? 1 : 0;
      if (parts[i] == CORE) {
        max = Math.max(max, largest);
        sum += total(pixels[i], layer[i]);
        shift += Lab.of(pixels[i]).difference(Lab.of(layer[i]));
      }
    }
    double count = Math.max(1, core);
    return new Fidelity(
        max,
        sum / (3 * count),
        (double) leaked / Math.max(1, solid),
        ring.growth(pixels),
        ring.halo(pixels),
        shift / count);
  }

  private int[] region(RasterImage image) {
    int[] pixels = new int[Math.toIntExact(box.size().pixels())];
    image.copyRegion(box, pixels, 0, box.width());
    return pixels;
  }

  private static int largest(int a, int b) {
    return Math.max(difference(a, b, 16), Math.max(difference(a, b, 8), difference(a, b, 0)));
  }

  private static int total(int a, int b) {
    return difference(a, b, 16) + difference(a, b, 8) + difference(a, b, 0);
  }

  private static int difference(int a, int b, int shift) {
    return Math.abs((a >> shift & 255) - (b >> shift & 255));
  }
}
