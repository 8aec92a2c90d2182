package org.brandimage.imaging.restore;

/**
 * How well a picture keeps a product, measured against the product's layer and mask. All values are
 * 0 for a perfect picture, and where there is nothing to measure.
 *
 * <p>The <em>solid</em> pixels are the KEEP pixels that are opaque in the layer; the <em>core</em>
 * are the solid pixels farther than two pixels from any GENERATE pixel, where no resampling or
 * compression of the edge reaches.
 *
 * @param maxDifference the largest difference of a colour channel in the core, 0 to 255 levels
 * @param meanDifference the mean difference of the colour channels in the core, 0 to 255 levels
 * @param leak the share of solid pixels of which a channel differs by more than 8 levels, 0 to 1
 * @param growth the pixels just outside the mask that look like the product beside them rather than
 *     like the background beyond them and touch the product through such pixels, as a share of the
 *     KEEP pixels, from 0. The failure is the "object expansion" of Eshratifar et al., "Salient
 *     object-aware background generation using text-guided diffusion models" (CVPR Workshops 2024,
 *     arXiv 2404.10157), which measures it as area with a segmentation network; this measure needs
 *     none but cannot tell growth from a shadow of the product's own colour.
 * @param halo the mean amount in CIE lightness, 0 to 100, by which the ring of three pixels around
 *     the mask is lighter than both the product and the background beyond, or darker than both
 * @param colourShift the mean CIE 1976 colour difference in the core, 0 (none) to about 260; 2.3 is
 *     just noticeable
 */
public record Fidelity(
    double maxDifference,
    double meanDifference,
    double leak,
    double growth,
    double halo,
    double colourShift) {}
