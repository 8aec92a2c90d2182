package org.brandimage.quality;

import java.util.Optional;
import org.brandimage.imaging.raster.Lab;
import org.brandimage.metric.Ciede2000;
import org.brandimage.metric.MsSsim;
import org.brandimage.metric.Plane;
import org.brandimage.spi.image.Size;

/**
 * How much of one product is left in a picture.
 *
 * @param similarity MS-SSIM within the product, 0 to 1
 * @param colourShift mean CIEDE2000 difference within the product, at least 0
 */
record ProductFidelity(double similarity, double colourShift) {
  /** From this alpha on, what is behind the product does not show through. */
  private static final int OPAQUE = 250;

  /** Pixels of a thumbnail nearer to the outline than this are blends. */
  private static final double EDGE = 2;

  /** A product of which less is left after eroding is too thin to erode. */
  private static final double MIN_CORE_SHARE = 0.05;

  /** Half the window at the coarsest scale: so every product pixel is the centre of a window. */
  private static final int PADDING = MsSsim.SHORTEST_SIDE / 2 - 8;

  /** Compares a picture with the product layer; empty when the layer has no opaque pixel. */
  static Optional<ProductFidelity> of(Thumbnail picture, Thumbnail layer) {
    boolean[] core = core(layer);
    int count = 0;
    double shift = 0;
    for (int i = 0; i < core.length; i++) {
      // Every other pixel gives the same mean at half the cost.
      if (core[i] && (i + i / layer.width()) % 2 == 0) {
        shift += difference(layer.argb()[i], picture.argb()[i]);
        count++;
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    Plane weights = padded(layer, core, i -> 1);
    double similarity =
        MsSsim.masked(
            padded(layer, core, layer::luma), padded(layer, core, picture::luma), weights);
    return Optional.of(new ProductFidelity(similarity, shift / count));
  }

  private static double difference(int one, int other) {
    boolean equal = (one ^ other) << 8 == 0;
    return equal ? 0 : Ciede2000.difference(Lab.of(one), Lab.of(other));
  }

  /** The lower similarity and the larger shift of two products. */
  ProductFidelity worse(ProductFidelity other) {
    return new ProductFidelity(
        Math.min(similarity, other.similarity), Math.max(colourShift, other.colourShift));
  }

  /** Opaque pixels away from the outline, or all opaque ones of a product too thin to have any. */
  private static boolean[] core(Thumbnail layer) {
    Outline outline = Outline.of(layer);
    boolean[] core = new boolean[layer.argb().length];
    boolean[] opaque = new boolean[core.length];
    int count = 0;
    for (int i = 0; i < core.length; i++) {
      opaque[i] = layer.alpha(i) >= OPAQUE;
      core[i] = opaque[i] && outline.distance(i) > EDGE;
      count += core[i] ? 1 : 0;
    }
    return count >= MIN_CORE_SHARE * outline.area() && count > 1 ? core : opaque;
  }

  /** Spreads the core's values on a plane with a border wide enough for the coarsest scale. */
  private static Plane padded(Thumbnail layer, boolean[] core, IndexedValue value) {
    int width = layer.width() + 2 * PADDING;
    int height = layer.height() + 2 * PADDING;
    Size size =
        new Size(Math.max(width, MsSsim.SHORTEST_SIDE), Math.max(height, MsSsim.SHORTEST_SIDE));
    int left = (size.width() - layer.width()) / 2;
    int top = (size.height() - layer.height()) / 2;
    float[] values = new float[size.width() * size.height()];
    for (int i = 0; i < core.length; i++) {
      if (core[i]) {
        int row = top + i / layer.width();
        values[row * size.width() + left + i % layer.width()] = value.at(i);
      }
    }
    return Plane.of(size, values);
  }

  /** One value of each pixel of a thumbnail. */
  private interface IndexedValue {
    float at(int index);
  }
}
