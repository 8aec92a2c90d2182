package org.brandimage.scene;

import java.util.List;
import java.util.Random;

/**
 * The point that most of a photo's slanted lines run to; it lies on the horizon when those lines
 * lie level in the scene, as joints of a floor and edges of a table do.
 *
 * @param y a share of the height
 * @param weight how far to trust it, from 0 to 1: the share of the lines' length within two degrees
 *     of the point, times the spread of their directions, for a parallel bundle carries no
 *     information
 */
record VanishingPoint(double y, double weight) {
  private static final VanishingPoint NONE = new VanishingPoint(0.5, 0);
  private static final int DRAWS = 600;
  private static final double WITHIN = Math.sin(Math.toRadians(2));
  private static final double UPRIGHT = Math.cos(Math.toRadians(12));
  private static final int LEAST_LINES = 4;

  /** Finds the point among lines of a picture of the given size. The same lines give the same. */
  static VanishingPoint of(List<LineSegment> all, int width, int height) {
    List<LineSegment> lines = all.stream().filter(l -> Math.abs(l.dy()) < UPRIGHT).toList();
    if (lines.size() < LEAST_LINES) {
      return NONE;
    }
    Random random = new Random(18);
    VanishingPoint best = NONE;
    for (int draw = 0; draw < DRAWS; draw++) {
      LineSegment one = lines.get(random.nextInt(lines.size()));
      LineSegment other = lines.get(random.nextInt(lines.size()));
      double cross = one.dx() * other.dy() - one.dy() * other.dx();
      if (Math.abs(cross) < 0.08) {
        continue;
      }
      double t = ((other.x() - one.x()) * other.dy() - (other.y() - one.y()) * other.dx()) / cross;
      double x = one.x() + t * one.dx();
      double y = one.y() + t * one.dy();
      if (x < -0.5 * width || x > 1.5 * width || y < -0.2 * height || y > 0.9 * height) {
        continue;
      }
      double weight = weight(lines, x, y);
      if (weight > best.weight) {
        best = new VanishingPoint(y / height, weight);
      }
    }
    return best;
  }

  private static double weight(List<LineSegment> lines, double x, double y) {
    double all = 0;
    double within = 0;
    double cosines = 0;
    double sines = 0;
    for (LineSegment line : lines) {
      all += line.length();
      if (line.sineTo(x, y) < WITHIN) {
        within += line.length();
        // Doubled angles, for a line has no forward direction.
        cosines += line.length() * (line.dx() * line.dx() - line.dy() * line.dy());
        sines += line.length() * 2 * line.dx() * line.dy();
      }
    }
    if (within == 0) {
      return 0;
    }
    double spread = 1 - Math.hypot(cosines, sines) / within;
    return within / all * Math.min(1, 2 * spread);
  }
}
