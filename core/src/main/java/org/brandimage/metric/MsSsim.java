package org.brandimage.metric;

import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;

/**
 * Multi-scale structural similarity (MS-SSIM): Wang, Simoncelli, Bovik, "Multi-scale structural
 * similarity for image quality assessment", Asilomar 2003. From 0 to 1, which means equal; higher
 * is more alike.
 *
 * <p>Convention of the authors' msssim.m: five scales with the paper's weights, 11x11 Gaussian
 * window of sigma 1.5 wherever it lies wholly inside, K1 0.01, K2 0.03, L 255; between scales the
 * mean of 2x2 blocks, an odd last column or row being averaged with its mirror image. A negative
 * mean, for which the paper's power is not defined, counts as 0. Pictures are compared by {@link
 * Luma#REC_601}. Pure and thread-safe.
 */
public final class MsSsim {
  /** The shortest side that can be compared, in pixels: the window at the fifth scale. */
  public static final int SHORTEST_SIDE = SsimScan.WINDOW * 16;

  private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};

  private MsSsim() {}

  /**
   * Returns the similarity of two pictures.
   *
   * @param first one picture
   * @param second another of the same size
   * @return 0 to 1
   * @throws IllegalArgumentException when the sizes differ or a side is below 176 pixels
   */
  public static double of(RasterImage first, RasterImage second) {
    return of(Luma.REC_601.plane(first), Luma.REC_601.plane(second));
  }

  /**
   * Returns the similarity of two planes.
   *
   * @param first one plane, values from 0 to 255
   * @param second another of the same size
   * @return 0 to 1
   * @throws IllegalArgumentException when the sizes differ or a side is below 176 pixels
   */
  public static double of(Plane first, Plane second) {
    Sizes.check(first.size(), second.size(), SHORTEST_SIDE);
    Plane x = first;
    Plane z = second;
    double product = 1;
    for (int scale = 0; scale < WEIGHTS.length; scale++) {
      product *= factor(SsimScan.scan(x, z), scale);
      x = x.halved();
      z = z.halved();
    }
    return product;
  }

  /**
   * Returns the similarity of what a mask keeps: at each scale the mean over the windows whose
   * centre is kept, the mask being halved along with the pictures. What is not kept is painted over
   * with one grey in both pictures first, so it cannot count.
   *
   * @param first one plane, values from 0 to 255
   * @param second another of the same size
   * @param mask of the same size
   * @return 0 to 1
   * @throws IllegalArgumentException when sizes differ, a side is below 176 pixels, or at some
   *     scale no window's centre is kept
   */
  public static double masked(Plane first, Plane second, Mask mask) {
    return masked(first, second, Plane.weights(mask));
  }

  /**
   * Returns the similarity under weights: as with a mask, with weights between 0 and 1 where pixels
   * count in part.
   *
   * @param first one plane, values from 0 to 255
   * @param second another of the same size
   * @param weights of the same size, from 0 to 1
   * @return 0 to 1
   * @throws IllegalArgumentException when sizes differ, a side is below 176 pixels, or at some
   *     scale no window's centre has a weight
   */
  public static double masked(Plane first, Plane second, Plane weights) {
    Sizes.check(first.size(), second.size(), SHORTEST_SIDE);
    Sizes.check(first.size(), weights.size(), SHORTEST_SIDE);
    MaskedPair pair = MaskedPair.of(first, second, weights);
    Plane x = pair.first();
    Plane z = pair.second();
    Plane w = weights;
    double product = 1;
    for (int scale = 0; scale < WEIGHTS.length; scale++) {
      product *= factor(SsimScan.scan(x, z, w), scale);
      x = x.halved();
      z = z.halved();
      w = w.halved();
    }
    return product;
  }

  /** Luminance counts at the last scale only, as in the paper's equation 7. */
  private static double factor(SsimScan.Means means, int scale) {
    boolean last = scale == WEIGHTS.length - 1;
    double mean = last ? means.similarity() : means.contrastStructure();
    return Math.pow(Math.max(0, mean), WEIGHTS[scale]);
  }
}
