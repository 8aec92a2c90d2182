package org.brandimage.local.vision;

import java.util.ArrayDeque;

/**
 * The map of a salient-object network: a square of opacities from 0 to 1, and measures of its
 * certainty. Immutable.
 */
final class SalienceMap {
  /** Above this a pixel belongs to the object. */
  private static final float OBJECT = 0.5f;

  private static final float CLEAR = 0.1f;
  private static final float OPAQUE = 0.9f;

  /** The object's parts are counted on a map this much smaller. */
  private static final int COARSER = 4;

  private final float[] alpha;
  private final int side;
  private final boolean[] largest;
  private final double area;
  private final double undecided;
  private final double together;
  private final double onFrame;

  /**
   * Looks at a map.
   *
   * @param alpha the opacities by rows, not copied
   * @param side width and height
   */
  SalienceMap(float[] alpha, int side) {
    this.alpha = alpha;
    this.side = side;
    int object = 0;
    int between = 0;
    for (float value : alpha) {
      object += value > OBJECT ? 1 : 0;
      between += value > CLEAR && value < OPAQUE ? 1 : 0;
    }
    this.area = object / (double) alpha.length;
    this.undecided = between / (double) Math.max(1, object);
    boolean[] coarse = coarse();
    this.largest = largestPart(coarse);
    this.together = count(largest) / (double) Math.max(1, count(coarse));
    this.onFrame = frame(coarse);
  }

  /**
   * Returns the object's share of the picture.
   *
   * @return from 0 to 1
   */
  double area() {
    return area;
  }

  /**
   * Returns how many pixels are neither clear nor opaque, for each of the object's.
   *
   * @return 0 or above; a crisp outline gives a few hundredths
   */
  double undecided() {
    return undecided;
  }

  /**
   * Returns the share of the object that hangs together.
   *
   * @return from 0 to 1
   */
  double together() {
    return together;
  }

  /**
   * Returns how much of the picture's frame the object touches.
   *
   * @return from 0 to 1
   */
  double onFrame() {
    return onFrame;
  }

  /**
   * Returns the opacity at a place, between the map's pixels, without what does not hang together
   * with the object.
   *
   * @param x from 0 to 1, left to right
   * @param y from 0 to 1, top to bottom
   * @return from 0 to 1
   */
  float at(double x, double y) {
    double column = Math.max(0, Math.min(side - 1.0, x * side - 0.5));
    double row = Math.max(0, Math.min(side - 1.0, y * side - 0.5));
    int left = (int) column;
    int top = (int) row;
    if (!nearLargest(left / COARSER, top / COARSER)) {
      return 0;
    }
    int right = Math.min(side - 1, left + 1);
    int bottom = Math.min(side - 1, top + 1);
    double across = column - left;
    double down = row - top;
    double upper = alpha[top * side + left] * (1 - across) + alpha[top * side + right] * across;
    double lower =
        alpha[bottom * side + left] * (1 - across) + alpha[bottom * side + right] * across;
    return (float) (upper * (1 - down) + lower * down);
  }

  private boolean nearLargest(int x, int y) {
    int cells = side / COARSER;
    for (int ny = Math.max(0, y - 2); ny <= Math.min(cells - 1, y + 2); ny++) {
      for (int nx = Math.max(0, x - 2); nx <= Math.min(cells - 1, x + 2); nx++) {
        if (largest[ny * cells + nx]) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean[] coarse() {
    int cells = side / COARSER;
    boolean[] coarse = new boolean[cells * cells];
    for (int i = 0; i < coarse.length; i++) {
      float sum = 0;
      for (int k = 0; k < COARSER * COARSER; k++) {
        int row = i / cells * COARSER + k / COARSER;
        sum += alpha[row * side + i % cells * COARSER + k % COARSER];
      }
      coarse[i] = sum / (COARSER * COARSER) > OBJECT;
    }
    return coarse;
  }

  private static boolean[] largestPart(boolean[] coarse) {
    int cells = (int) Math.round(Math.sqrt(coarse.length));
    int[] part = new int[coarse.length];
    int best = 0;
    int most = 0;
    for (int i = 0, parts = 0; i < coarse.length; i++) {
      if (coarse[i] && part[i] == 0) {
        int size = mark(coarse, part, cells, i, ++parts);
        if (size > most) {
          most = size;
          best = parts;
        }
      }
    }
    boolean[] largest = new boolean[coarse.length];
    for (int i = 0; i < largest.length; i++) {
      largest[i] = best > 0 && part[i] == best;
    }
    return largest;
  }

  private static int mark(boolean[] coarse, int[] part, int cells, int start, int number) {
    ArrayDeque<Integer> open = new ArrayDeque<>();
    open.add(start);
    part[start] = number;
    int size = 0;
    while (!open.isEmpty()) {
      int at = open.remove();
      size++;
      for (int k = 0; k < 9; k++) {
        int x = at % cells + k % 3 - 1;
        int y = at / cells + k / 3 - 1;
        boolean inside = x >= 0 && y >= 0 && x < cells && y < cells;
        if (inside && coarse[y * cells + x] && part[y * cells + x] == 0) {
          part[y * cells + x] = number;
          open.add(y * cells + x);
        }
      }
    }
    return size;
  }

  private static double frame(boolean[] coarse) {
    int cells = (int) Math.round(Math.sqrt(coarse.length));
    int touched = 0;
    for (int i = 0; i < cells; i++) {
      touched += coarse[i] ? 1 : 0;
      touched += coarse[(cells - 1) * cells + i] ? 1 : 0;
      touched += coarse[i * cells] ? 1 : 0;
      touched += coarse[i * cells + cells - 1] ? 1 : 0;
    }
    return touched / (4.0 * cells);
  }

  private static int count(boolean[] cells) {
    int count = 0;
    for (boolean cell : cells) {
      count += cell ? 1 : 0;
    }
    return count;
  }
}
