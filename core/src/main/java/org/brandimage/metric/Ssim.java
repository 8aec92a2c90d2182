package org.brandimage.metric;

import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;

/**
 * Structural similarity at one scale (SSIM): Wang, Bovik, Sheikh, Simoncelli, "Image quality
 * assessment: from error visibility to structural similarity", IEEE TIP 2004. At most 1, which
 * means equal; higher is more alike; may be slightly negative.
 *
 * <p>Convention of the authors' ssim.m: 11x11 Gaussian window of sigma 1.5 wherever it lies wholly
 * inside, K1 0.01, K2 0.03, L 255. Pictures are compared by {@link Luma#REC_601}. Pure and
 * thread-safe; uses about 50 floats of memory per column while it runs.
 */
public final class Ssim {
  /** The shortest side that can be compared, in pixels: that of the window. */
  public static final int SHORTEST_SIDE = SsimWindow.SIDE;

  private Ssim() {}

  /**
   * Returns the similarity of two pictures.
   *
   * @param first one picture
   * @param second another of the same size
   * @return at most 1
   * @throws IllegalArgumentException when the sizes differ or a side is below 11 pixels
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
   * @return at most 1
   * @throws IllegalArgumentException when the sizes differ or a side is below 11 pixels
   */
  public static double of(Plane first, Plane second) {
    Sizes.check(first.size(), second.size(), SHORTEST_SIDE);
    return SsimScan.of(first, second).mean(true);
  }

  /**
   * Returns the similarity of two pictures in colour: the mean of those of the red, the green and
   * the blue channel, as in the widespread reimplementations; the paper defines grey pictures only.
   *
   * @param first one picture
   * @param second another of the same size
   * @return at most 1
   * @throws IllegalArgumentException when the sizes differ or a side is below 11 pixels
   */
  public static double rgb(RasterImage first, RasterImage second) {
    Sizes.check(first.size(), second.size(), SHORTEST_SIDE);
    return Channel.mean(first, second, Ssim::of);
  }

  /**
   * Returns the similarity of the pixels that a mask keeps, by {@link Luma#REC_601}.
   *
   * @param first one picture
   * @param second another of the same size
   * @param mask of the same size
   * @return at most 1
   * @throws IllegalArgumentException when sizes differ, a side is below 11 pixels, or no window's
   *     centre is kept
   */
  public static double masked(RasterImage first, RasterImage second, Mask mask) {
    Sizes.check(first.size(), second.size(), SHORTEST_SIDE);
    Sizes.check(first.size(), mask.size(), SHORTEST_SIDE);
    return masked(Luma.REC_601.plane(first), Luma.REC_601.plane(second), mask);
  }

  /**
   * Returns the similarity of the pixels that a mask keeps: the mean over the windows whose centre
   * is kept. All other pixels are first replaced by the same grey in both pictures, so that they do
   * not count.
   *
   * @param first one plane, values from 0 to 255
   * @param second another of the same size
   * @param mask of the same size
   * @return at most 1
   * @throws IllegalArgumentException when sizes differ, a side is below 11 pixels, or no window's
   *     centre is kept
   */
  public static double masked(Plane first, Plane second, Mask mask) {
    return masked(first, second, Plane.weights(mask));
  }

  /**
   * Returns the weighted similarity: like the masked one, but a weight between 0 and 1 lets a pixel
   * count in part.
   *
   * @param first one plane, values from 0 to 255
   * @param second another of the same size
   * @param weights of the same size, from 0 to 1
   * @return at most 1
   * @throws IllegalArgumentException when sizes differ, a side is below 11 pixels, or no window's
   *     centre has a weight
   */
  public static double masked(Plane first, Plane second, Plane weights) {
    Sizes.check(first.size(), second.size(), SHORTEST_SIDE);
    Sizes.check(first.size(), weights.size(), SHORTEST_SIDE);
    MaskedPair pair = MaskedPair.of(first, second, weights);
    return SsimScan.of(pair.first(), pair.second()).mean(weights, true);
  }
}
