package org.brandimage.scene;

import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.ShareGrid;

/**
 * A search for the place where a product's footprint is best supported. The footprint is an ellipse
 * whose depth is 0.3 of its width, as a round foot looks from the usual height. Places are shares
 * of the photo, x to the right and y down; a width is a share of the photo's width. Immutable and
 * thread-safe.
 */
public final class FootprintSearch {
  /** The depth of a footprint as a share of its width, both in pixels. */
  public static final double DEPTH = 0.3;

  private static final double MIDDLE = 0.5;
  private static final double PULL_ACROSS = 0.3;
  private static final double LOW = 0.92;
  private static final double PULL_UP = 0.15;
  private static final double PULL_DOWN = 0.05;

  private final int columns;
  private final int rows;
  private final double aspect;
  private final double[] sums;

  /**
   * A place for a footprint.
   *
   * @param x the middle of the footprint
   * @param y the middle of the footprint
   * @param support how much of the footprint is supported, from 0 to 1
   * @param score what places are compared by: the square of the support times the pull to the lower
   *     middle
   */
  public record Place(double x, double y, double support, double score) {}

  private FootprintSearch(ShareGrid ground, Size photo) {
    columns = ground.size().width();
    rows = ground.size().height();
    aspect = (double) photo.width() / photo.height();
    sums = new double[rows * (columns + 1)];
    float[] values = ground.toArray();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int at = row * (columns + 1) + column;
        sums[at + 1] = sums[at] + values[row * columns + column];
      }
    }
  }

  /**
   * Returns a search on a photo's free ground.
   *
   * @param ground for each cell, how likely free ground is there
   * @param photo the size of the photo
   * @return the search
   */
  public static FootprintSearch on(ShareGrid ground, Size photo) {
    return new FootprintSearch(
        Objects.requireNonNull(ground, "ground"), Objects.requireNonNull(photo, "photo"));
  }

  /**
   * Returns how much of a footprint is supported: the mean of the ground under it. What lies
   * outside the photo supports nothing.
   *
   * @param x the middle of the footprint
   * @param y the middle of the footprint
   * @param width of the footprint, above 0
   * @return from 0 to 1
   */
  public double support(double x, double y, double width) {
    requireWidth(width);
    double halfHeight = width * DEPTH * aspect / 2 * rows;
    double middle = y * rows;
    int first = (int) Math.floor(middle - halfHeight);
    int last = (int) Math.ceil(middle + halfHeight);
    double area = 0;
    double supported = 0;
    for (int row = first; row < last; row++) {
      double top = Math.max(row, middle - halfHeight);
      double bottom = Math.min(row + 1.0, middle + halfHeight);
      double height = bottom - top;
      double away = ((top + bottom) / 2 - middle) / halfHeight;
      double half = width * columns / 2 * Math.sqrt(Math.max(0, 1 - away * away));
      area += 2 * half * height;
      if (row >= 0 && row < rows) {
        supported += height * between(row, x * columns - half, x * columns + half);
      }
    }
    return area <= 0 ? 0 : Math.min(1, supported / area);
  }

  /**
   * Returns the best place for a footprint: well supported, and softly pulled to the lower middle
   * of the photo, where a product is near the viewer and the ground is most often what it seems.
   *
   * @param width of the footprint, above 0
   * @return the place; empty when nothing supports the footprint anywhere
   */
  public Optional<Place> best(double width) {
    requireWidth(width);
    Place best = new Place(0, 0, 0, 0);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double x = (column + 0.5) / columns;
        double y = (row + 0.5) / rows;
        double pull = pull(x, y);
        if (pull <= best.score) {
          continue;
        }
        double support = support(x, y, width);
        double score = support * support * pull;
        if (score > best.score) {
          best = new Place(x, y, support, score);
        }
      }
    }
    return best.score > 0 ? Optional.of(best) : Optional.empty();
  }

  /**
   * Returns how far a place is preferred whatever the ground is.
   *
   * @param x the place
   * @param y the place
   * @return from 0 to 1, which is in the middle, near the lower edge
   */
  public static double pull(double x, double y) {
    double across = (x - MIDDLE) / PULL_ACROSS;
    double down = (y - LOW) / (y < LOW ? PULL_UP : PULL_DOWN);
    // The pull never vanishes, so that ground high up is found where there is no other.
    return 0.02 + 0.98 * Math.exp(-(across * across + down * down) / 2);
  }

  /** Returns the sum of a row's cells between two places, which may cut a cell. */
  private double between(int row, double left, double right) {
    return upTo(row, right) - upTo(row, left);
  }

  private double upTo(int row, double place) {
    double inside = Math.max(0, Math.min(columns, place));
    int whole = (int) Math.min(columns - 1.0, inside);
    int at = row * (columns + 1) + whole;
    return sums[at] + (inside - whole) * (sums[at + 1] - sums[at]);
  }

  private static void requireWidth(double width) {
    if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("width must be above 0: " + width);
    }
  }

  @Override
  public String toString() {
    return "FootprintSearch[" + columns + " x " + rows + "]";
  }
}
