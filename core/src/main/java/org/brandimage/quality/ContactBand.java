package org.brandimage.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The strip of ground right under a product's base, compared with the same ground without the
 * product: the background the picture was made on where it is known, else blocks of ground left and
 * right of the base and below it.
 *
 * @param ratio mean luma of the strip / expected luma; below 1 is darker
 * @param unevenness how much the expected luma itself varies, half the middle two thirds of the
 *     blocks relative to their median; 0 where the background is known
 */
record ContactBand(double ratio, double unevenness) {
  /** The lowest part of the product, as a share of its height, that counts as touching ground. */
  private static final double BASE = 0.1;

  /** Height of the strip as a share of the product's longer side. */
  private static final double DEPTH = 0.06;

  /** Added to both lumas, so that on near-black ground noise makes no ratio. */
  private static final double FLOOR = 4;

  private static final int BLOCKS_ACROSS = 8;

  /** Measures the strip; empty when the picture ends at the product's base or shows no ground. */
  static Optional<ContactBand> of(Surroundings surroundings) {
    Silhouette silhouette = new Silhouette(surroundings);
    int depth = Math.max(2, (int) Math.round(DEPTH * silhouette.longerSide()));
    int[] strip = strip(surroundings, silhouette, depth);
    if (strip.length == 0) {
      return Optional.empty();
    }
    double seen = mean(surroundings.picture(), strip);
    Optional<Thumbnail> background = surroundings.background();
    if (background.isPresent()) {
      return Optional.of(new ContactBand(ratio(seen, mean(background.get(), strip)), 0));
    }
    double[] blocks = blocks(surroundings, silhouette, depth);
    if (blocks.length < 3) {
      return Optional.empty();
    }
    Arrays.sort(blocks);
    double median = blocks[blocks.length / 2];
    double spread = blocks[blocks.length * 5 / 6] - blocks[blocks.length / 6];
    return Optional.of(new ContactBand(ratio(seen, median), spread / (2 * (median + FLOOR))));
  }

  private static double ratio(double seen, double expected) {
    return (seen + FLOOR) / (expected + FLOOR);
  }

  /** Indices of the pixels under the base; the first one under it is a blend and left out. */
  private static int[] strip(Surroundings surroundings, Silhouette silhouette, int depth) {
    int contact =
        silhouette.bottom - Math.max(2, (int) (BASE * (silhouette.bottom - silhouette.top)));
    List<Integer> strip = new ArrayList<>();
    for (int x = silhouette.left; x <= silhouette.right; x++) {
      int base = silhouette.lowest[x];
      if (base >= contact) {
        int last = Math.min(surroundings.height() - 1, base + 1 + depth);
        for (int y = base + 2; y <= last; y++) {
          strip.add(y * surroundings.width() + x);
        }
      }
    }
    return strip.stream().mapToInt(index -> index).toArray();
  }

  private static double[] blocks(Surroundings surroundings, Silhouette silhouette, int depth) {
    int across = silhouette.right - silhouette.left;
    int width = Math.max(3, across / BLOCKS_ACROSS);
    int gap = across / 12;
    int top = silhouette.bottom - depth;
    List<Double> blocks = new ArrayList<>();
    for (int x = silhouette.left - gap - width; x >= 0; x -= width) {
      addBlock(surroundings, x, top, width, 2 * depth, blocks);
    }
    for (int x = silhouette.right + 1 + gap; x + width <= surroundings.width(); x += width) {
      addBlock(surroundings, x, top, width, 2 * depth, blocks);
    }
    for (int x = silhouette.left; x + width <= silhouette.right; x += width) {
      addBlock(surroundings, x, silhouette.bottom + 1 + 2 * depth, width, 2 * depth, blocks);
    }
    return blocks.stream().mapToDouble(mean -> mean).toArray();
  }

  private static void addBlock(
      Surroundings surroundings, int left, int top, int width, int height, List<Double> blocks) {
    double sum = 0;
    int count = 0;
    for (int y = Math.max(0, top); y < Math.min(surroundings.height(), top + height); y++) {
      for (int x = left; x < left + width; x++) {
        int index = y * surroundings.width() + x;
        if (!surroundings.outline().inside(index)) {
          sum += surroundings.picture().luma(index);
          count++;
        }
      }
    }
    if (count > width) {
      blocks.add(sum / count);
    }
  }

  private static double mean(Thumbnail thumbnail, int[] indices) {
    double sum = 0;
    for (int index : indices) {
      sum += thumbnail.luma(index);
    }
    return sum / indices.length;
  }

  /** The extent of a product in a thumbnail, and its last row in each column, -1 for none. */
  private static final class Silhouette {
    private final int[] lowest;
    private int left;
    private int right = -1;
    private int top;
    private int bottom = -1;

    Silhouette(Surroundings surroundings) {
      int width = surroundings.width();
      lowest = new int[width];
      Arrays.fill(lowest, -1);
      left = width;
      top = surroundings.height();
      for (int i = 0; i < width * surroundings.height(); i++) {
        if (surroundings.outline().inside(i)) {
          int x = i % width;
          bottom = i / width;
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, bottom);
          lowest[x] = bottom;
        }
      }
    }

    int longerSide() {
      return Math.max(bottom - top, right - left);
    }
  }
}
