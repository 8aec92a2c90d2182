package org.brandimage.scene;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.scene.SceneFacts.Point;
import org.brandimage.spi.scene.SceneMap;

/**
 * The outlines of the free ground of a map, as polygons a person can correct. The edges between
 * cells of ground and others are chained to loops; loops around less than half a per cent of the
 * photo, and holes, are left out; corners that lie within a cell of a straight line are dropped
 * (Douglas and Peucker 1973).
 */
final class GroundOutline {
  private static final float GROUND = 0.5f;
  private static final double LEAST_AREA = 0.005;
  private static final double STRAIGHT = 0.9;

  private final SceneMap map;
  private final int columns;
  private final int rows;
  private final Map<Corner, Deque<Corner>> edges = new LinkedHashMap<>();

  private record Corner(int x, int y) {}

  private GroundOutline(SceneMap map) {
    this.map = map;
    Size grid = map.ground().size();
    this.columns = grid.width();
    this.rows = grid.height();
  }

  static List<List<Point>> of(SceneMap map) {
    GroundOutline outline = new GroundOutline(map);
    outline.collect();
    List<List<Point>> polygons = new ArrayList<>();
    while (!outline.edges.isEmpty()) {
      List<Corner> loop = outline.loop();
      if (area(loop) >= LEAST_AREA * outline.columns * outline.rows) {
        polygons.add(outline.points(simplified(loop)));
      }
    }
    return polygons;
  }

  private boolean isGround(int column, int row) {
    return column >= 0
        && row >= 0
        && column < columns
        && row < rows
        && map.ground().at(column, row) * (1 - map.occupied().at(column, row)) >= GROUND;
  }

  /** Collects the edges of the cells of ground, clockwise around them. */
  private void collect() {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (isGround(column, row)) {
          collect(column, row);
        }
      }
    }
  }

  private void collect(int column, int row) {
    Corner upperLeft = new Corner(column, row);
    Corner upperRight = new Corner(column + 1, row);
    Corner lowerRight = new Corner(column + 1, row + 1);
    Corner lowerLeft = new Corner(column, row + 1);
    if (!isGround(column, row - 1)) {
      add(upperLeft, upperRight);
    }
    if (!isGround(column + 1, row)) {
      add(upperRight, lowerRight);
    }
    if (!isGround(column, row + 1)) {
      add(lowerRight, lowerLeft);
    }
    if (!isGround(column - 1, row)) {
      add(lowerLeft, upperLeft);
    }
  }

  private void add(Corner from, Corner to) {
    edges.computeIfAbsent(from, any -> new ArrayDeque<>()).add(to);
  }

  /** Takes a closed chain of edges out of those that are left. */
  private List<Corner> loop() {
    Corner start = edges.keySet().iterator().next();
    List<Corner> loop = new ArrayList<>();
    Corner at = start;
    do {
      loop.add(at);
      Deque<Corner> next = Objects.requireNonNull(edges.get(at), "every edge ends at another");
      Corner to = next.remove();
      if (next.isEmpty()) {
        edges.remove(at);
      }
      at = to;
    } while (!at.equals(start));
    // The first corner of all is surely one of the outline, wherever the chain began.
    Comparator<Corner> reading = Comparator.comparingInt(Corner::y);
    Corner first = loop.stream().min(reading.thenComparingInt(Corner::x)).orElse(start);
    Collections.rotate(loop, -loop.indexOf(first));
    return loop;
  }

  /** Returns the area within a clockwise loop, y down; negative for a hole. */
  private static double area(List<Corner> loop) {
    double twice = 0;
    for (int i = 0; i < loop.size(); i++) {
      Corner a = loop.get(i);
      Corner b = loop.get((i + 1) % loop.size());
      twice += (double) a.x * b.y - (double) b.x * a.y;
    }
    return twice / 2;
  }

  private static List<Corner> simplified(List<Corner> loop) {
    int far = 0;
    for (int i = 1; i < loop.size(); i++) {
      far = distance(loop.get(0), loop.get(i)) > distance(loop.get(0), loop.get(far)) ? i : far;
    }
    List<Corner> kept = new ArrayList<>();
    List<Corner> closed = new ArrayList<>(loop);
    closed.add(loop.get(0));
    keep(closed, 0, far, kept);
    keep(closed, far, closed.size() - 1, kept);
    return kept;
  }

  /** Adds the first of a chain of corners and those that are off the line to the last. */
  private static void keep(List<Corner> loop, int from, int to, List<Corner> kept) {
    int farthest = from;
    double most = 0;
    for (int i = from + 1; i < to; i++) {
      double off = off(loop.get(i), loop.get(from), loop.get(to));
      if (off > most) {
        most = off;
        farthest = i;
      }
    }
    if (most > STRAIGHT) {
      keep(loop, from, farthest, kept);
      keep(loop, farthest, to, kept);
    } else {
      kept.add(loop.get(from));
    }
  }

  private static double off(Corner point, Corner from, Corner to) {
    double length = distance(from, to);
    if (length == 0) {
      return distance(point, from);
    }
    double cross =
        (double) (to.x - from.x) * (point.y - from.y)
            - (double) (to.y - from.y) * (point.x - from.x);
    return Math.abs(cross) / length;
  }

  private static double distance(Corner a, Corner b) {
    return Math.hypot(a.x - b.x, a.y - b.y);
  }

  private List<Point> points(List<Corner> corners) {
    return corners.stream()
        .map(corner -> new Point(share(corner.x, columns), share(corner.y, rows)))
        .toList();
  }

  private static double share(int cell, int cells) {
    return Math.round(1000.0 * cell / cells) / 1000.0;
  }
}
