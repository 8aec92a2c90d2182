package org.brandimage.scene;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finder of straight contours: neighbouring pixels whose gradients point the same way form a
 * line-support region, and the region's axis is the segment (Burns, Hanson and Riseman, "Extracting
 * straight lines", 1986).
 */
final class LineSegmentFinder {
  private static final float LEAST_GRADIENT = 1.6f;
  private static final double SAME_WAY = Math.cos(Math.toRadians(22.5));
  private static final double LEAST_LENGTH = 0.05;
  private static final double MOST_THICKNESS = 0.14;

  private final FloatPlane gx;
  private final FloatPlane gy;
  private final FloatPlane strength;
  private final boolean[] taken;
  private final int[] region;

  private LineSegmentFinder(FloatPlane light) {
    gx = new FloatPlane(light.width, light.height);
    gy = new FloatPlane(light.width, light.height);
    strength = new FloatPlane(light.width, light.height);
    taken = new boolean[light.values.length];
    region = new int[light.values.length];
    for (int y = 1; y < light.height - 1; y++) {
      for (int x = 1; x < light.width - 1; x++) {
        int i = y * light.width + x;
        float dx = (light.values[i + 1] - light.values[i - 1]) / 2;
        float dy = (light.values[i + light.width] - light.values[i - light.width]) / 2;
        float length = (float) Math.sqrt(dx * dx + dy * dy);
        strength.values[i] = length;
        if (length >= LEAST_GRADIENT) {
          gx.values[i] = dx / length;
          gy.values[i] = dy / length;
        }
      }
    }
  }

  static List<LineSegment> find(FloatPlane light) {
    return new LineSegmentFinder(light).segments();
  }

  private List<LineSegment> segments() {
    List<LineSegment> segments = new ArrayList<>();
    double least = LEAST_LENGTH * Math.max(strength.width, strength.height);
    // Strong contours first: their regions must not be cut by a weak neighbour's.
    for (float bar = 8 * LEAST_GRADIENT; bar >= LEAST_GRADIENT; bar /= 2) {
      for (int i = 0; i < taken.length; i++) {
        if (!taken[i] && strength.values[i] >= bar) {
          LineSegment segment = fit(grow(i));
          if (segment != null && segment.length() >= least) {
            segments.add(segment);
          }
        }
      }
    }
    return segments;
  }

  /** Collects the region around a pixel and returns its number of pixels. */
  private int grow(int seed) {
    int count = 1;
    region[0] = seed;
    taken[seed] = true;
    double meanX = gx.values[seed];
    double meanY = gy.values[seed];
    int width = strength.width;
    for (int next = 0; next < count; next++) {
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          // Pixels at the edge have no gradient, so regions end before it.
          int i = region[next] + dy * width + dx;
          if (taken[i] || strength.values[i] < LEAST_GRADIENT) {
            continue;
          }
          double along = meanX * gx.values[i] + meanY * gy.values[i];
          if (along >= SAME_WAY * Math.hypot(meanX, meanY)) {
            taken[i] = true;
            region[count++] = i;
            meanX += gx.values[i];
            meanY += gy.values[i];
          }
        }
      }
    }
    return count;
  }

  private @Nullable LineSegment fit(int count) {
    if (count < 8) {
      return null;
    }
    double weight = 0;
    double mx = 0;
    double my = 0;
    for (int k = 0; k < count; k++) {
      float w = strength.values[region[k]];
      weight += w;
      mx += w * column(region[k]);
      my += w * row(region[k]);
    }
    mx /= weight;
    my /= weight;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int k = 0; k < count; k++) {
      double w = strength.values[region[k]] / weight;
      double dx = column(region[k]) - mx;
      double dy = row(region[k]) - my;
      xx += w * dx * dx;
      xy += w * dx * dy;
      yy += w * dy * dy;
    }
    double root = Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
    double major = (xx + yy) / 2 + root;
    double minor = Math.max(0, (xx + yy) / 2 - root);
    if (Math.sqrt(minor) > MOST_THICKNESS * Math.sqrt(major)) {
      return null;
    }
    double angle = Math.atan2(2 * xy, xx - yy) / 2;
    // The deviation of an even line is its length divided by the square root of 12.
    return new LineSegment(mx, my, Math.cos(angle), Math.sin(angle), Math.sqrt(12 * major));
  }

  private int column(int i) {
    return i % strength.width;
  }

  private int row(int i) {
    return i / strength.width;
  }
}
