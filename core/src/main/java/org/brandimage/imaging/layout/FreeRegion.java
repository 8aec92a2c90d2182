package org.brandimage.imaging.layout;

import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;

/**
 * A rectangle of the canvas that a row of products may stand in. At a side that is the canvas' own
 * edge a product may stick out by a share of its length; at a safe zone or margin it may not.
 *
 * @param box within the canvas
 * @param canvas the size of the picture
 * @param overflow the largest share of a product beyond the canvas, from 0
 */
record FreeRegion(Box box, Size canvas, double overflow) {
  /**
   * Returns the largest rectangles of an area that no zone touches; they may overlap each other.
   * One without zones is the area itself.
   */
  static List<FreeRegion> around(List<Box> zones, Box area, Size canvas, double overflow) {
    List<Box> free = List.of(area);
    for (Box zone : zones) {
      List<Box> left = new ArrayList<>();
      for (Box box : free) {
        if (box.intersect(zone).isEmpty()) {
          left.add(box);
        } else {
          left.addAll(beside(zone, box));
        }
      }
      free = largest(left);
    }
    return free.stream().map(box -> new FreeRegion(box, canvas, overflow)).toList();
  }

  /** Returns the leftmost column for a product. */
  int left(int width) {
    return box.x() - (box.x() == 0 ? beyond(width) : 0);
  }

  /** Returns the column a product must end before. */
  int right(int width) {
    return box.right() + (box.right() == canvas.width() ? beyond(width) : 0);
  }

  /** Returns the top row of a product that is to stand on a line, moved into the region. */
  int top(int ground, int height) {
    int highest = box.y() - (box.y() == 0 ? beyond(height) : 0);
    int lowest = box.bottom() + (box.bottom() == canvas.height() ? beyond(height) : 0) - height;
    int standing = Math.min(ground, box.bottom()) - height;
    return Math.min(lowest, Math.max(highest, standing));
  }

  /** Returns how many times a row of products is larger than the region; at most 1 when it fits. */
  double excess(List<Size> row, int gap) {
    long width = 0;
    int height = 1;
    int narrowest = Integer.MAX_VALUE;
    for (Size product : row) {
      width += product.width();
      height = Math.max(height, product.height());
      narrowest = Math.min(narrowest, product.width());
    }
    // Of one product a share may be hidden; of several the first and the last may each hide one.
    int open = Math.min(row.size(), openSides(box.x(), box.right(), canvas.width()));
    int tall = Math.min(1, openSides(box.y(), box.bottom(), canvas.height()));
    double across = box.width() - (double) gap * (row.size() - 1);
    double seen = width - (double) open * beyond(narrowest);
    double down = height - (double) tall * beyond(height);
    return across < 1 ? Double.MAX_VALUE : Math.max(seen / across, down / box.height());
  }

  private int beyond(int length) {
    return (int) (length * overflow);
  }

  private static int openSides(int from, int to, int side) {
    return (from == 0 ? 1 : 0) + (to == side ? 1 : 0);
  }

  private static List<Box> beside(Box zone, Box box) {
    List<Box> parts = new ArrayList<>(4);
    if (zone.y() > box.y()) {
      parts.add(new Box(box.x(), box.y(), box.width(), zone.y() - box.y()));
    }
    if (zone.bottom() < box.bottom()) {
      parts.add(new Box(box.x(), zone.bottom(), box.width(), box.bottom() - zone.bottom()));
    }
    if (zone.x() > box.x()) {
      parts.add(new Box(box.x(), box.y(), zone.x() - box.x(), box.height()));
    }
    if (zone.right() < box.right()) {
      parts.add(new Box(zone.right(), box.y(), box.right() - zone.right(), box.height()));
    }
    return parts;
  }

  private static List<Box> largest(List<Box> boxes) {
    List<Box> distinct = boxes.stream().distinct().toList();
    return distinct.stream()
        .filter(
            box -> distinct.stream().noneMatch(other -> !other.equals(box) && other.contains(box)))
        .toList();
  }
}
