package org.brandimage.quality;

import java.util.Arrays;

/**
 * The distance of every pixel of a thumbnail to a product's outline: for pixels outside, the
 * nearest product pixel; for pixels inside, the nearest one outside. Danielsson's sequential
 * distance transform ("Euclidean distance mapping", 1980) in two sweeps with all eight neighbours;
 * the few pixels it gets wrong are off by a fraction of a pixel.
 */
final class Outline {
  /** Alpha from which a pixel belongs to the product, as in the mask. */
  static final int PRODUCT_ALPHA = 128;

  private static final int NONE = -1;

  private final int width;
  private final boolean[] product;
  private final int[] nearest;

  /** Column and row of every pixel, since dividing for each comparison takes most of the time. */
  private final int[] columns;

  private final int[] rows;
  private final int area;

  private Outline(int width, boolean[] product) {
    this.width = width;
    this.product = product;
    this.nearest = new int[product.length];
    this.columns = new int[product.length];
    this.rows = new int[product.length];
    for (int row = 0, i = 0; i < product.length; row++) {
      for (int column = 0; column < width; column++, i++) {
        columns[i] = column;
        rows[i] = row;
      }
    }
    int count = 0;
    for (boolean inside : product) {
      count += inside ? 1 : 0;
    }
    this.area = count;
  }

  /** Finds the outline of the product in a thumbnail of the product layer. */
  static Outline of(Thumbnail layer) {
    boolean[] product = new boolean[layer.argb().length];
    for (int i = 0; i < product.length; i++) {
      product[i] = layer.alpha(i) >= PRODUCT_ALPHA;
    }
    Outline outline = new Outline(layer.width(), product);
    outline.transform();
    return outline;
  }

  /** The number of product pixels. */
  int area() {
    return area;
  }

  boolean inside(int index) {
    return product[index];
  }

  /** The nearest pixel of the other kind, or -1 when there is none. */
  int nearest(int index) {
    return nearest[index];
  }

  /** The distance to the nearest pixel of the other kind; infinite when there is none. */
  double distance(int index) {
    return nearest[index] == NONE
        ? Double.POSITIVE_INFINITY
        : Math.sqrt(squaredDistance(index, nearest[index]));
  }

  private void transform() {
    Arrays.fill(nearest, NONE);
    int height = product.length / width;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        take(x, y, -1, 0);
        take(x, y, -1, -1);
        take(x, y, 0, -1);
        take(x, y, 1, -1);
      }
      for (int x = width - 1; x >= 0; x--) {
        take(x, y, 1, 0);
      }
    }
    for (int y = height - 1; y >= 0; y--) {
      for (int x = width - 1; x >= 0; x--) {
        take(x, y, 1, 0);
        take(x, y, 1, 1);
        take(x, y, 0, 1);
        take(x, y, -1, 1);
      }
      for (int x = 0; x < width; x++) {
        take(x, y, -1, 0);
      }
    }
  }

  /**
   * Takes over a neighbour's nearest pixel, or the neighbour itself when it is of the other kind.
   */
  private void take(int x, int y, int dx, int dy) {
    int column = x + dx;
    int row = y + dy;
    if (column < 0 || column >= width || row < 0 || row * width >= product.length) {
      return;
    }
    int index = y * width + x;
    int neighbour = row * width + column;
    int candidate = product[neighbour] == product[index] ? nearest[neighbour] : neighbour;
    if (candidate != NONE
        && (nearest[index] == NONE
            || squaredDistance(index, candidate) < squaredDistance(index, nearest[index]))) {
      nearest[index] = candidate;
    }
  }

  private int squaredDistance(int one, int other) {
    int dx = columns[one] - columns[other];
    int dy = rows[one] - rows[other];
    return dx * dx + dy * dy;
  }
}
