package org.brandimage.scene;

import java.util.List;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneFacts;
import org.brandimage.spi.scene.ShareGrid;

/** The making of coarse grids from planes and from polygons. */
final class Grids {
  private static final int SUBDIVISION = 4;

  private Grids() {}

  /** Returns the means of the pixels whose middles lie in each cell of a coarser grid. */
  static ShareGrid reduced(FloatPlane plane, Size grid) {
    float[] sums = new float[Math.toIntExact(grid.pixels())];
    int[] counts = new int[sums.length];
    for (int y = 0; y < plane.height; y++) {
      int row = (int) ((long) y * grid.height() / plane.height);
      for (int x = 0; x < plane.width; x++) {
        int cell = row * grid.width() + (int) ((long) x * grid.width() / plane.width);
        sums[cell] += plane.at(x, y);
        counts[cell]++;
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.max(0, Math.min(1, sums[i] / Math.max(1, counts[i])));
    }
    return ShareGrid.of(grid, sums);
  }

  /** Returns the share of each cell that polygons cover. */
  static ShareGrid covered(List<List<SceneFacts.Point>> polygons, Size grid) {
    float[] values = new float[Math.toIntExact(grid.pixels())];
    for (int row = 0; row < grid.height(); row++) {
      for (int column = 0; column < grid.width(); column++) {
        values[row * grid.width() + column] = covered(polygons, grid, column, row);
      }
    }
    return ShareGrid.of(grid, values);
  }

  private static float covered(
      List<List<SceneFacts.Point>> polygons, Size grid, int column, int row) {
    int inside = 0;
    for (int down = 0; down < SUBDIVISION; down++) {
      double y = (row + (down + 0.5) / SUBDIVISION) / grid.height();
      for (int across = 0; across < SUBDIVISION; across++) {
        double x = (column + (across + 0.5) / SUBDIVISION) / grid.width();
        inside += polygons.stream().anyMatch(polygon -> contains(polygon, x, y)) ? 1 : 0;
      }
    }
    return (float) inside / (SUBDIVISION * SUBDIVISION);
  }

  /** Counts the edges to the right of a point; an odd number means inside. */
  private static boolean contains(List<SceneFacts.Point> polygon, double x, double y) {
    boolean inside = false;
    SceneFacts.Point from = polygon.get(polygon.size() - 1);
    for (SceneFacts.Point to : polygon) {
      if (from.y() > y != to.y() > y
          && x < from.x() + (y - from.y()) / (to.y() - from.y()) * (to.x() - from.x())) {
        inside = !inside;
      }
      from = to;
    }
    return inside;
  }

  /** Returns the one grid where the other is not, and nothing where it is. */
  static ShareGrid without(ShareGrid grid, ShareGrid taken) {
    float[] values = grid.toArray();
    float[] other = taken.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] *= 1 - other[i];
    }
    return ShareGrid.of(grid.size(), values);
  }

  static double mean(ShareGrid grid) {
    double sum = 0;
    for (float value : grid.toArray()) {
      sum += value;
    }
    return sum / grid.size().pixels();
  }

  /** Returns the middle, as a share of the height, of the rows in which a grid's mass lies. */
  static double middleRow(ShareGrid grid) {
    double sum = 0;
    double weighted = 0;
    for (int row = 0; row < grid.size().height(); row++) {
      for (int column = 0; column < grid.size().width(); column++) {
        double value = grid.at(column, row);
        sum += value;
        weighted += value * (row + 0.5) / grid.size().height();
      }
    }
    return sum <= 0 ? 0.75 : weighted / sum;
  }
}
