package org.brandimage.quality;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a picture has changed the light of its background: for each channel the median, over what
 * lies well beyond the product, of the level in the picture as a share of the level in the
 * background. A background that was graded for a mood is then still known for what it is. A median
 * is not moved by what covers less than half of the background. Immutable.
 */
final class GroundGrade {
  private static final int FEWEST = 64;

  /** Levels added to both sides, so that near black the noise does not decide. */
  private static final double FLOOR = 4;

  private final double[] gains;

  private GroundGrade(double... gains) {
    this.gains = gains;
  }

  /**
   * Measures the change.
   *
   * @param surroundings a product with its background, without which nothing changes
   * @param distance how far from the outline the background is looked at
   */
  static GroundGrade of(Surroundings surroundings, double distance) {
    Optional<Thumbnail> background = surroundings.background();
    if (background.isEmpty()) {
      return new GroundGrade(1, 1, 1);
    }
    int[] before = background.get().argb();
    int[] after = surroundings.picture().argb();
    double[][] shares = new double[3][before.length];
    int count = 0;
    for (int i = 0; i < before.length; i++) {
      if (!surroundings.outline().inside(i) && surroundings.outline().distance(i) > distance) {
        for (int channel = 0; channel < 3; channel++) {
          shares[channel][count] =
              (level(after[i], channel) + FLOOR) / (level(before[i], channel) + FLOOR);
        }
        count++;
      }
    }
    return count < FEWEST
        ? new GroundGrade(1, 1, 1)
        : new GroundGrade(
            median(shares[0], count), median(shares[1], count), median(shares[2], count));
  }

  /** Returns a colour of the background as the picture shows it. */
  int of(int argb) {
    int graded = 0xFF;
    for (int channel = 0; channel < 3; channel++) {
      double level = (level(argb, channel) + FLOOR) * gains[channel] - FLOOR;
      graded = graded << 8 | (int) Math.round(Math.max(0, Math.min(255, level)));
    }
    return graded;
  }

  private static int level(int argb, int channel) {
    return argb >> (16 - 8 * channel) & 255;
  }

  private static double median(double[] values, int count) {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[count / 2];
  }
}
