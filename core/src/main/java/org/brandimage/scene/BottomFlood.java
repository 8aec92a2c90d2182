package org.brandimage.scene;

import java.util.Arrays;

/**
 * A flood that rises from the lowest row: for each pixel, the height of the lowest pass to it over
 * the contours (the minimax path of a watershed). Ground is what is reached without crossing a
 * contour stronger than those of the lowest rows themselves, so that pebbles set their own bar.
 */
final class BottomFlood {
  private static final double LOWEST_ROWS = 0.18;
  private static final double BAR_QUANTILE = 0.8;
  private static final float LEAST_BAR = 2.2f;
  private static final float MOST_BAR = 7;

  /** Contours are told apart in steps, so that the flood needs no sorted queue. */
  private static final float STEP = 0.02f;

  private static final int LEVELS = 2048;

  private BottomFlood() {}

  /** Returns the strength of contour that still belongs to the ground. */
  static float bar(WorkingPicture picture) {
    int rows = Math.max(1, (int) Math.round(picture.height * LOWEST_ROWS));
    float bar = picture.contour.quantileBelow(picture.height - rows, BAR_QUANTILE);
    return Math.max(LEAST_BAR, Math.min(MOST_BAR, bar));
  }

  /** Returns for each pixel how freely it is reached from the lowest row, from 0 to 1. */
  static FloatPlane reach(WorkingPicture picture, float bar) {
    int[] level = passes(picture.contour);
    FloatPlane result = new FloatPlane(picture.width, picture.height);
    for (int i = 0; i < level.length; i++) {
      double above = Math.max(0, level[i] * STEP - bar) / (0.6 * bar + 1);
      result.values[i] = (float) Math.exp(-above * above);
    }
    return result;
  }

  /** Dijkstra's search with the maximum in place of the sum, and a bucket for each level. */
  private static int[] passes(FloatPlane contour) {
    int count = contour.values.length;
    int[] level = new int[count];
    int[] next = new int[count];
    int[] bucket = new int[LEVELS];
    Arrays.fill(level, -1);
    Arrays.fill(bucket, -1);
    for (int i = count - contour.width; i < count; i++) {
      push(i, levelOf(contour.values[i]), level, next, bucket);
    }
    for (int at = 0; at < LEVELS; at++) {
      while (bucket[at] >= 0) {
        int i = bucket[at];
        bucket[at] = next[i];
        int x = i % contour.width;
        if (x > 0) {
          visit(i - 1, at, contour, level, next, bucket);
        }
        if (x < contour.width - 1) {
          visit(i + 1, at, contour, level, next, bucket);
        }
        if (i >= contour.width) {
          visit(i - contour.width, at, contour, level, next, bucket);
        }
        if (i + contour.width < count) {
          visit(i + contour.width, at, contour, level, next, bucket);
        }
      }
    }
    return level;
  }

  /** The first visit comes over the lowest pass, for pixels are taken in the order of level. */
  private static void visit(
      int i, int from, FloatPlane contour, int[] level, int[] next, int[] bucket) {
    if (level[i] < 0) {
      push(i, Math.max(from, levelOf(contour.values[i])), level, next, bucket);
    }
  }

  private static void push(int i, int at, int[] level, int[] next, int[] bucket) {
    level[i] = at;
    next[i] = bucket[at];
    bucket[at] = i;
  }

  private static int levelOf(float contour) {
    return Math.min(LEVELS - 1, (int) (contour / STEP));
  }
}
