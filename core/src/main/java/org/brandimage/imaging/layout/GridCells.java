package org.brandimage.imaging.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.brandimage.spi.brief.Grid;

/**
 * The cells of a joint grid, numbered from 0. The order of the products is the fastest axis, then
 * follow anchors, columns, row, scale, rotation and photo, so neighbours show the same sprites and
 * upright cells come first. Immutable.
 */
final class GridCells {
  private static final int MOST_PERMUTED = 5;
  private static final double GOLDEN = 0.6180339887498949;

  private final Grid grid;
  private final List<Double> rotations;
  private final List<Double> scales;
  private final int products;
  private final int columns;
  // First column and distance between columns.
  private final List<int[]> spreads;
  private final int orders;
  private final int photos;

  GridCells(Grid grid, int products, int photos) {
    this.grid = grid;
    // Adding zero turns -0.0 into 0.0, which is the same angle.
    this.rotations = grid.rotations().stream().map(angle -> angle + 0.0).distinct().toList();
    this.scales = grid.scales().stream().distinct().toList();
    this.products = products;
    this.columns = Math.max(grid.columns(), products);
    this.spreads = spreads(columns, products);
    this.orders = products > MOST_PERMUTED ? products : factorial(products);
    this.photos = photos;
  }

  /** One cell of the grid: what to place, in words of the axes. */
  record Cell(
      GridCells cells,
      int photo,
      int row,
      int spread,
      int anchor,
      int rank,
      int turn,
      int multiple) {
    double rotation() {
      return cells.rotations.get(turn);
    }

    double scale() {
      return cells.scales.get(multiple);
    }

    int columns() {
      return cells.columns;
    }

    /** Returns the column of the i-th product from the left. */
    int column(int i) {
      int[] columns = cells.spreads.get(spread);
      return columns[0] + i * columns[1];
    }

    /** Returns where in its column a product is centred, from 0 to 1. */
    double anchorShare() {
      return (anchor + 0.5) / cells.grid.anchors();
    }

    /** Returns the products from left to right. */
    int[] order() {
      return cells.order(rank);
    }

    String id() {
      int first = row * columns() + column(0);
      String section =
          cells.products == 1
              ? "s" + first
              : "s" + first + "_" + (row * columns() + column(cells.products - 1)) + "o" + rank;
      String place = cells.grid.anchors() == 1 ? section : section + "a" + anchor;
      return "p" + photo + place + "r" + signed(rotation()) + "x" + scale();
    }

    private static String signed(double angle) {
      String digits =
          angle == Math.rint(angle)
              ? Long.toString(Math.abs((long) angle))
              : Double.toString(Math.abs(angle));
      return (angle < 0 ? "-" : "+") + digits;
    }
  }

  /** Returns how many cells there are. */
  long size() {
    long places = (long) grid.rows() * spreads.size() * grid.anchors() * orders;
    return places * photos * rotations.size() * scales.size();
  }

  /**
   * Returns the distance between two visited cells when every cell is visited once, from 0 on and
   * wrapping around at the size: 1 when all fit, else about the golden ratio of the size and
   * without a divisor in common with it. However many are visited, they are evenly spread over the
   * whole grid, and each short axis is visited evenly.
   */
  long step(int most) {
    long size = size();
    if (size <= most) {
      return 1;
    }
    long step = Math.max(1, (long) (size * GOLDEN));
    while (gcd(step, size) != 1) {
      step++;
    }
    return step;
  }

  /** Returns the cell with a number. */
  Cell cell(long index) {
    long rest = index;
    int rank = (int) (rest % orders);
    rest /= orders;
    int anchor = (int) (rest % grid.anchors());
    rest /= grid.anchors();
    int spread = (int) (rest % spreads.size());
    rest /= spreads.size();
    int row = (int) (rest % grid.rows());
    rest /= grid.rows();
    int multiple = (int) (rest % scales.size());
    rest /= scales.size();
    int turn = (int) (rest % rotations.size());
    int photo = (int) (rest / rotations.size());
    return new Cell(this, photo, row, spread, anchor, rank, turn, multiple);
  }

  private int[] order(int rank) {
    int[] order = new int[products];
    if (products > MOST_PERMUTED) {
      Arrays.setAll(order, i -> (i + rank) % products);
      return order;
    }
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < products; i++) {
      left.add(i);
    }
    int rest = rank;
    for (int i = 0; i < products; i++) {
      int block = factorial(products - 1 - i);
      order[i] = left.remove(rest / block);
      rest %= block;
    }
    return order;
  }

  private static List<int[]> spreads(int columns, int products) {
    List<int[]> spreads = new ArrayList<>();
    int widest = products == 1 ? 1 : (columns - 1) / (products - 1);
    for (int distance = 1; distance <= widest; distance++) {
      for (int first = 0; first + distance * (products - 1) < columns; first++) {
        spreads.add(new int[] {first, distance});
      }
    }
    return List.copyOf(spreads);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private static int factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }
}
