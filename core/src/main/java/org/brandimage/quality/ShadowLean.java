package org.brandimage.quality;

import java.util.Arrays;
import java.util.Optional;

/**
 * To which side of a product the ground is darker than it was before: what a light from one side
 * does. Only ground beside the product counts, equally far on both sides; under it the contact
 * shadow is dark whatever the light.
 *
 * @param lean from -1 (all of the dark is left of the product) to 1 (all is right of it)
 * @param amount lost light beside the product, as a share of the product's area
 */
record ShadowLean(double lean, double amount) {
  /** Added to both lumas, so that on near-black ground noise makes no ratio. */
  private static final double FLOOR = 4;

  /** Lost light below this is noise or a compressed file. */
  private static final double NOISE = 0.04;

  /** How far above and below the product's base shadows fall, as a share of its height. */
  private static final double REACH = 0.6;

  /** Of the product's width: with less ground than this on one side nothing can be told. */
  private static final double LEAST_GROUND = 0.2;

  /**
   * Measures one product; empty when its background is unknown or the canvas ends beside it.
   *
   * @param surroundings the product with a margin of about its own size
   */
  static Optional<ShadowLean> of(Surroundings surroundings) {
    Thumbnail before = surroundings.background().orElse(null);
    if (before == null) {
      return Optional.empty();
    }
    Extent extent = Extent.of(surroundings);
    int ground = Math.min(extent.left, surroundings.width() - 1 - extent.right);
    if (ground < LEAST_GROUND * (extent.right - extent.left)) {
      return Optional.empty();
    }
    float[] lost = lost(surroundings, before);
    int reach = (int) Math.ceil(REACH * (extent.bottom - extent.top));
    int first = Math.max(0, extent.bottom - reach);
    int last = Math.min(surroundings.height() - 1, extent.bottom + reach);
    double left = sum(lost, surroundings.width(), extent.left - ground, extent.left, first, last);
    double right =
        sum(lost, surroundings.width(), extent.right + 1, extent.right + 1 + ground, first, last);
    double both = left + right;
    double lean = both > 0 ? (right - left) / both : 0;
    return Optional.of(new ShadowLean(lean, both / surroundings.outline().area()));
  }

  /**
   * The share of light each pixel has lost against the background. What all have lost, or gained,
   * is another exposure and no shadow: their median is taken off. Products lose nothing.
   */
  private static float[] lost(Surroundings surroundings, Thumbnail before) {
    Thumbnail after = surroundings.picture();
    float[] lost = new float[surroundings.width() * surroundings.height()];
    float[] free = new float[lost.length];
    int count = 0;
    for (int i = 0; i < lost.length; i++) {
      if (surroundings.layer().alpha(i) == 0) {
        lost[i] = (float) (1 - (after.luma(i) + FLOOR) / (before.luma(i) + FLOOR));
        free[count++] = lost[i];
      }
    }
    Arrays.sort(free, 0, count);
    float usual = count == 0 ? 0 : free[count / 2];
    for (int i = 0; i < lost.length; i++) {
      float shade = lost[i] - usual;
      lost[i] = surroundings.layer().alpha(i) == 0 && shade > NOISE ? shade : 0;
    }
    return lost;
  }

  private static double sum(float[] lost, int width, int from, int to, int first, int last) {
    double sum = 0;
    for (int y = first; y <= last; y++) {
      for (int x = from; x < to; x++) {
        sum += lost[y * width + x];
      }
    }
    return sum;
  }

  /** The product's outermost columns and rows in a thumbnail, all inclusive. */
  private record Extent(int left, int right, int top, int bottom) {
    static Extent of(Surroundings surroundings) {
      int width = surroundings.width();
      int left = width;
      int right = -1;
      int top = -1;
      int bottom = -1;
      for (int i = 0; i < width * surroundings.height(); i++) {
        if (surroundings.outline().inside(i)) {
          left = Math.min(left, i % width);
          right = Math.max(right, i % width);
          top = top < 0 ? i / width : top;
          bottom = i / width;
        }
      }
      return new Extent(left, right, top, bottom);
    }
  }
}
