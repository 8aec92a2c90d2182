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
  public static final int SHORTEST_SIDE = SsimWindow.SIDE * 16;

  private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};

  static final int SCALES = WEIGHTS.length;

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
    Sizes.check(first.size(), second.size(), SHORTEST_SIDE);
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
    double product = 1;
    SsimScan scan = SsimScan.of(first, second);
    for (int scale = 0; scale < SCALES; scale++) {
      scan = scale == 0 ? scan : scan.halved(null);
      product *= factor(scan.mean(scale == SCALES - 1), scale);
    }
    return product;
  }

  /**
   * Tells whether two planes are at least as similar as a threshold. No scale can raise the
   * product, so the small scales, a quarter of the work, are computed first, and most pairs below
   * the threshold need no more. The answer is the same as that of {@link #of(Plane, Plane)}.
   *
   * @param first one plane, values from 0 to 255
   * @param second another of the same size
   * @param threshold 0 to 1
   * @return whether the similarity is at least the threshold
   * @throws IllegalArgumentException when the sizes differ or a side is below 176 pixels
   */
  public static boolean reaches(Plane first, Plane second, double threshold) {
    Sizes.check(first.size(), second.size(), SHORTEST_SIDE);
    Plane[] x = pyramid(first);
    Plane[] z = pyramid(second);
    double bound = 1;
    for (int scale = SCALES - 1; scale >= 0 && bound >= threshold; scale--) {
      bound *= factor(SsimScan.of(x[scale], z[scale]).mean(scale == SCALES - 1), scale);
    }
    return bound >= threshold;
  }

  /**
   * Returns a picture prepared to be compared with many; see {@link MsSsimReference}.
   *
   * @param picture the picture
   * @return the picture with the values that all comparisons share
   * @throws IllegalArgumentException when a side is below 176 pixels
   */
  public static MsSsimReference reference(RasterImage picture) {
    return MsSsimReference.of(Luma.REC_601.plane(picture));
  }

  /**
   * Returns a plane prepared to be compared with many; see {@link MsSsimReference}.
   *
   * @param plane the plane, values from 0 to 255
   * @return the plane with the values that all comparisons share
   * @throws IllegalArgumentException when a side is below 176 pixels
   */
  public static MsSsimReference reference(Plane plane) {
    return MsSsimReference.of(plane);
  }

  /**
   * Returns the similarity of two pictures in colour: the mean of those of the red, the green and
   * the blue channel, as in the widespread reimplementations; the paper defines grey pictures only.
   *
   * @param first one picture
   * @param second another of the same size
   * @return 0 to 1
   * @throws IllegalArgumentException when the sizes differ or a side is below 176 pixels
   */
  public static double rgb(RasterImage first, RasterImage second) {
    Sizes.check(first.size(), second.size(), SHORTEST_SIDE);
    return Channel.mean(first, second, MsSsim::of);
  }

  /**
   * Returns the similarity of the pixels that a mask keeps, by {@link Luma#REC_601}.
   *
   * @param first one picture
   * @param second another of the same size
   * @param mask of the same size
   * @return 0 to 1
   * @throws IllegalArgumentException when sizes differ, a side is below 176 pixels, or at some
   *     scale no window's centre is kept
   */
  public static double masked(RasterImage first, RasterImage second, Mask mask) {
    Sizes.check(first.size(), second.size(), SHORTEST_SIDE);
    Sizes.check(first.size(), mask.size(), SHORTEST_SIDE);
    return masked(Luma.REC_601.plane(first), Luma.REC_601.plane(second), mask);
  }

  /**
   * Returns the similarity of the pixels that a mask keeps: at each scale the mean over the windows
   * whose centre is kept, the mask being halved along with the pictures. All other pixels are first
   * replaced by the same grey in both pictures, so that they do not count.
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
   * {@return the weighted similarity: like the masked one, but a weight between 0 and 1 lets a
   * pixel count in part}
   *
   * @param first one plane, values from 0 to 255
   * @param second another of the same size
   * @param weights of the same size, from 0 to 1
   * @throws IllegalArgumentException when sizes differ, a side is below 176 pixels, or at some
   *     scale no window's centre has a weight
   */
  public static double masked(Plane first, Plane second, Plane weights) {
    Sizes.check(first.size(), second.size(), SHORTEST_SIDE);
    Sizes.check(first.size(), weights.size(), SHORTEST_SIDE);
    MaskedPair pair = MaskedPair.of(first, second, weights);
    SsimScan scan = SsimScan.of(pair.first(), pair.second());
    Plane w = weights;
    double product = 1;
    for (int scale = 0; scale < SCALES; scale++) {
      if (scale > 0) {
        scan = scan.halved(null);
        w = w.halved();
      }
      product *= factor(scan.mean(w, scale == SCALES - 1), scale);
    }
    return product;
  }

  private static Plane[] pyramid(Plane plane) {
    Plane[] scales = new Plane[SCALES];
    scales[0] = plane;
    for (int scale = 1; scale < SCALES; scale++) {
      scales[scale] = scales[scale - 1].halved();
    }
    return scales;
  }

  /** Luminance counts at the last scale only, as in the paper's equation 7. */
  static double factor(double mean, int scale) {
    return Math.pow(Math.max(0, mean), WEIGHTS[scale]);
  }
}
