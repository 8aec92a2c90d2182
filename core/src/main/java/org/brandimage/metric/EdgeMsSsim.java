package org.brandimage.metric;

import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * The {@link MsSsim} of edge maps: how well outlines and markings are preserved, whatever the
 * light. An edge map is the magnitude of the 3x3 Sobel gradient of the {@link Luma#REC_601} luma
 * (Sobel and Feldman 1968; at the border the picture is mirrored without repeating its last pixel,
 * as OpenCV does by default), clamped to 255. From 0 to 1, which means equal; higher is more alike.
 *
 * <p>Pictures with a side under {@link MsSsim#SHORTEST_SIDE} pixels are first enlarged until it has
 * that many, which blurs them and makes the number less reliable; {@code enlarged} is then true.
 * Pure and thread-safe; costs an MS-SSIM and two passes.
 *
 * @param similarity 0 to 1
 * @param enlarged whether the pictures were too small and had to be enlarged
 */
public record EdgeMsSsim(double similarity, boolean enlarged) {
  private static final int SHORTEST = MsSsim.SHORTEST_SIDE;

  /**
   * Compares two pictures.
   *
   * @param first one picture; transparent parts count as over white
   * @param second another of the same size
   * @return the similarity
   * @throws IllegalArgumentException when the sizes differ
   */
  public static EdgeMsSsim of(RasterImage first, RasterImage second) {
    Sizes.check(first.size(), second.size(), 1);
    Size size = compared(first.size());
    Plane a = edges(Luma.REC_601.plane(first).resized(size));
    Plane b = edges(Luma.REC_601.plane(second).resized(size));
    return new EdgeMsSsim(MsSsim.of(a, b), !size.equals(first.size()));
  }

  /**
   * Compares the pixels of two pictures that a mask keeps; see {@link MsSsim#masked(Plane, Plane,
   * Mask)}.
   *
   * @param first one picture; transparent parts count as over white
   * @param second another of the same size
   * @param mask of the same size
   * @return the similarity
   * @throws IllegalArgumentException when the sizes differ, or at some scale no window's centre is
   *     kept
   */
  public static EdgeMsSsim masked(RasterImage first, RasterImage second, Mask mask) {
    Sizes.check(first.size(), second.size(), 1);
    Sizes.check(first.size(), mask.size(), 1);
    Plane weights = Plane.weights(mask);
    return compare(Luma.REC_601.plane(first), Luma.REC_601.plane(second), weights);
  }

  /**
   * Compares a product with the region of a picture where it should be: the original is resampled
   * to the region's size first, and its pixels count by their alpha.
   *
   * @param original the photographed product on a transparent background
   * @param picture a picture that shows it
   * @param region the product's region in the picture, wholly inside
   * @return the similarity
   * @throws IndexOutOfBoundsException when the region extends beyond the picture
   * @throws IllegalArgumentException when the original has no pixel to compare
   */
  public static EdgeMsSsim of(RasterImage original, RasterImage picture, Box region) {
    Plane alpha = Plane.alpha(original);
    Plane weights = alpha.resized(region.size());
    Plane luma = resized(Luma.REC_601.colours(original, original.size().bounds()), alpha, weights);
    return compare(luma, Luma.REC_601.plane(picture, region), weights);
  }

  /** Resamples values weighted by alpha, so that pixels with an alpha of 0 do not count. */
  private static Plane resized(Plane plane, Plane alpha, Plane weights) {
    float[] weighed = plane.toArray();
    for (int i = 0; i < weighed.length; i++) {
      weighed[i] *= alpha.values()[i];
    }
    float[] values = Plane.adopt(plane.size(), weighed).resized(weights.size()).toArray();
    for (int i = 0; i < values.length; i++) {
      float weight = weights.values()[i];
      values[i] = weight > 0 ? values[i] / weight : 0;
    }
    return Plane.adopt(weights.size(), values);
  }

  private static EdgeMsSsim compare(Plane first, Plane second, Plane weights) {
    Size size = compared(first.size());
    Plane counted = weights.resized(size);
    // Painted before the edges are taken, so that what does not count makes no edge.
    MaskedPair pair = MaskedPair.of(first.resized(size), second.resized(size), counted);
    double similarity = MsSsim.masked(edges(pair.first()), edges(pair.second()), counted);
    return new EdgeMsSsim(similarity, !size.equals(first.size()));
  }

  private static Size compared(Size size) {
    double factor = (double) SHORTEST / Math.min(size.width(), size.height());
    return factor <= 1
        ? size
        : new Size(
            Math.max(SHORTEST, (int) Math.round(size.width() * factor)),
            Math.max(SHORTEST, (int) Math.round(size.height() * factor)));
  }

  /** The edge map of a plane. */
  static Plane edges(Plane plane) {
    int width = plane.width();
    int height = plane.height();
    float[] target = new float[width * height];
    for (int y = 0; y < height; y++) {
      int above = mirrored(y - 1, height) * width;
      int below = mirrored(y + 1, height) * width;
      for (int x = 0; x < width; x++) {
        int left = mirrored(x - 1, width);
        int right = mirrored(x + 1, width);
        target[y * width + x] = magnitude(plane.values(), above, y * width, below, left, x, right);
      }
    }
    return Plane.adopt(plane.size(), target);
  }

  private static float magnitude(
      float[] v, int above, int here, int below, int left, int x, int right) {
    float leftSum = v[above + left] + 2 * v[here + left] + v[below + left];
    float rightSum = v[above + right] + 2 * v[here + right] + v[below + right];
    float topSum = v[above + left] + 2 * v[above + x] + v[above + right];
    float bottomSum = v[below + left] + 2 * v[below + x] + v[below + right];
    float across = rightSum - leftSum;
    float down = bottomSum - topSum;
    return Math.min(255, (float) Math.sqrt(across * across + down * down));
  }

  private static int mirrored(int index, int length) {
    int inside = index < 0 ? -index : index;
    return inside < length ? inside : Math.max(0, 2 * length - 2 - inside);
  }
}
