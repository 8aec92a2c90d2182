package org.brandimage.imaging.light;

/**
 * Where a silhouette meets the ground: for each column its lowest pixel, how high that hangs over
 * the ground, and the ground's row. The ground runs through the edge of the lower convex hull on
 * which the silhouette's centroid rests, which is what a body stands on; what slope that edge has
 * beyond the body's own tilt is taken for perspective.
 */
final class GroundContact {
  /** Steeper support edges are not perspective but an unsteady body. */
  private static final double STEEPEST = Math.tan(Math.toRadians(17));

  private static final float VISIBLE = 0.5f;

  private final int[] lowest;
  private final double[] overhang;
  private final double[] ground;
  private final double base;

  private GroundContact(int[] lowest, double[] overhang, double[] ground) {
    this.lowest = lowest;
    this.overhang = overhang;
    this.ground = ground;
    double deepest = 0;
    for (int x = 0; x < lowest.length; x++) {
      deepest = lowest[x] >= 0 ? Math.max(deepest, ground[x]) : deepest;
    }
    this.base = deepest;
  }

  /**
   * Finds the ground of a silhouette.
   *
   * @param alpha coverage from 0 to 1
   * @param tilt degrees the body was turned counter-clockwise
   * @param roundness pixels the front edge of a standing body may curve up and still touch
   */
  static GroundContact of(FloatImage alpha, double tilt, double roundness) {
    int[] lowest = lowest(alpha);
    double[] line = supportLine(lowest, centroidColumn(alpha), tilt);
    double[] overhang = new double[lowest.length];
    double[] ground = new double[lowest.length];
    for (int x = 0; x < lowest.length; x++) {
      double row = line[0] + line[1] * x;
      overhang[x] = lowest[x] < 0 ? Double.POSITIVE_INFINITY : Math.max(0, row - lowest[x]);
      // Near the line the ground follows the body's own edge (the front of a round foot); farther
      // up it stays at the depth that edge may have.
      double rise = lowest[x] < 0 ? 1 : 1 - Math.exp(-overhang[x] / roundness);
      ground[x] = row - roundness * rise;
    }
    return new GroundContact(lowest, overhang, ground);
  }

  int columns() {
    return lowest.length;
  }

  boolean occupied(int x) {
    return lowest[x] >= 0;
  }

  /** Rows between the column's lowest pixel and the ground line; infinite for an empty column. */
  double overhang(int x) {
    return overhang[x];
  }

  /** The row of the ground under the column. */
  double ground(int x) {
    return ground[x];
  }

  /** The lowest row of ground that lies under the silhouette. */
  double base() {
    return base;
  }

  private static int[] lowest(FloatImage alpha) {
    int[] lowest = new int[alpha.width()];
    for (int x = 0; x < lowest.length; x++) {
      lowest[x] = -1;
      for (int y = alpha.height() - 1; y >= 0 && lowest[x] < 0; y--) {
        if (alpha.get(x, y) >= VISIBLE) {
          lowest[x] = y;
        }
      }
    }
    return lowest;
  }

  private static double centroidColumn(FloatImage alpha) {
    double weight = 1e-9;
    double moment = 0;
    for (int y = 0; y < alpha.height(); y++) {
      for (int x = 0; x < alpha.width(); x++) {
        weight += alpha.get(x, y);
        moment += alpha.get(x, y) * x;
      }
    }
    return moment / weight;
  }

  /** Row at column 0 and slope of the ground line. */
  private static double[] supportLine(int[] lowest, double centroid, double tilt) {
    int[] hull = new int[lowest.length];
    int points = 0;
    for (int x = 0; x < lowest.length; x++) {
      if (lowest[x] < 0) {
        continue;
      }
      while (points >= 2 && !below(lowest, hull[points - 2], hull[points - 1], x)) {
        points--;
      }
      hull[points++] = x;
    }
    if (points < 2) {
      return new double[] {points == 0 ? 0 : lowest[hull[0]], 0};
    }
    int right = 1;
    while (right < points - 1 && hull[right] < centroid) {
      right++;
    }
    double slope =
        (lowest[hull[right]] - lowest[hull[right - 1]]) / (double) (hull[right] - hull[right - 1]);
    // Rows grow downwards, so a counter-clockwise turn makes a level edge rise to the right.
    double perspective = slope + Math.tan(Math.toRadians(Math.max(-60, Math.min(60, tilt))));
    // A round body shows no edge that turned with it; then the flatter reading is the true one.
    double flatter = Math.abs(slope) < Math.abs(perspective) ? slope : perspective;
    double kept = Math.abs(flatter) > STEEPEST ? 0 : flatter;
    double row = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points; i++) {
      row = Math.max(row, lowest[hull[i]] - kept * hull[i]);
    }
    return new double[] {row, kept};
  }

  /** Tells whether the middle point lies below the line between its neighbours. */
  private static boolean below(int[] lowest, int left, int middle, int right) {
    long run = (long) right - left;
    return (long) (lowest[middle] - lowest[left]) * run
        > (long) (lowest[right] - lowest[left]) * (middle - left);
  }
}
