package org.brandimage.imaging.restore;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fidelity with which a picture shows a product, measured against the product's layer and mask.
 * All values are 0 for a perfect picture, and when there is nothing to measure. Immutable.
 *
 * <p>The <em>solid</em> pixels are the KEEP pixels that are opaque in the layer; the <em>core</em>
 * are the solid pixels farther than two pixels from any GENERATE pixel, where no resampling or
 * compression of the edge reaches.
 */
public final class Fidelity {
  /** The fidelity of a picture that shows the product without any change. */
  public static final Fidelity PERFECT = new Fidelity(0, 0, 0, 0, 0, 0);

  private final double maxDifference;
  private final double meanDifference;
  private final double leak;
  private final double growth;
  private final double halo;
  private final double colourShift;

  Fidelity(
      double maxDifference,
      double meanDifference,
      double leak,
      double growth,
      double halo,
      double colourShift) {
    this.maxDifference = maxDifference;
    this.meanDifference = meanDifference;
    this.leak = leak;
    this.growth = growth;
    this.halo = halo;
    this.colourShift = colourShift;
  }

  /** {@return the largest difference of a colour channel in the core, 0 to 255 levels} */
  public double maxDifference() {
    return maxDifference;
  }

  /** {@return the mean difference of the colour channels in the core, 0 to 255 levels} */
  public double meanDifference() {
    return meanDifference;
  }

  /**
   * {@return the share of solid pixels of which a channel differs by more than 8 levels, 0 to 1}
   */
  public double leak() {
    return leak;
  }

  /**
   * Returns the growth of the product: the pixels just outside the mask that look like the product
   * beside them rather than like the background beyond them and touch the product through such
   * pixels. The failure is the "object expansion" of Eshratifar et al., "Salient object-aware
   * background generation using text-guided diffusion models" (CVPR Workshops 2024, arXiv
   * 2404.10157), which measures it as area with a segmentation network; this measure needs no
   * network, but cannot distinguish growth from a shadow of the product's own colour.
   *
   * @return a share of the KEEP pixels, from 0
   */
  public double growth() {
    return growth;
  }

  /**
   * {@return the mean amount in CIE lightness, 0 to 100, by which the ring of three pixels around
   * the mask is lighter than both the product and the background beyond, or darker than both}
   */
  public double halo() {
    return halo;
  }

  /**
   * {@return the mean CIE 1976 colour difference in the core, 0 (none) to about 260; 2.3 is just
   * noticeable}
   */
  public double colourShift() {
    return colourShift;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fidelity that
        && Double.compare(maxDifference, that.maxDifference) == 0
        && Double.compare(meanDifference, that.meanDifference) == 0
        && Double.compare(leak, that.leak) == 0
        && Double.compare(growth, that.growth) == 0
        && Double.compare(halo, that.halo) == 0
        && Double.compare(colourShift, that.colourShift) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(maxDifference, meanDifference, leak, growth, halo, colourShift);
  }

  @Override
  public String toString() {
    return "Fidelity[maxDifference="
        + maxDifference
        + ", meanDifference="
        + meanDifference
        + ", leak="
        + leak
        + ", growth="
        + growth
        + ", halo="
        + halo
        + ", colourShift="
        + colourShift
        + "]";
  }
}
