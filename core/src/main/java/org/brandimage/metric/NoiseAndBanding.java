package org.brandimage.metric;

import java.util.Arrays;
import org.brandimage.spi.image.RasterImage;

/**
 * Noise and banding of a picture's {@link Luma#REC_601} luma. Pure and thread-safe; one pass.
 *
 * @param noise the standard deviation of the noise in levels, by the mask of Immerkær, "Fast noise
 *     variance estimation", Computer Vision and Image Understanding 1996, which slopes do not
 *     disturb, over blocks of 16x16; since texture does, the block a tenth of the way up from the
 *     flattest counts; 0 to 255, lower is better
 * @param banding among runs of 48 pixels along rows that rise or fall steadily by 6 to 48 levels,
 *     the share that do so in at most eight steps of 3 levels or more with flats between; 0 to 1,
 *     lower is better; 0 where less than one run in two hundred is such a slope
 */
public record NoiseAndBanding(double noise, double banding) {
  private static final int BLOCK = 16;
  private static final int RUN = 48;
  private static final int FEWEST = 200;

  /**
   * Measures a picture.
   *
   * @param picture the picture; transparent parts count as over white
   * @return its noise and banding; both 0 when a side is below 18 pixels
   */
  public static NoiseAndBanding of(RasterImage picture) {
    Plane plane = Luma.REC_601.plane(picture);
    return new NoiseAndBanding(noise(plane), banding(plane));
  }

  private static double noise(Plane plane) {
    int across = (plane.width() - 2) / BLOCK;
    int down = (plane.height() - 2) / BLOCK;
    if (across < 1 || down < 1) {
      return 0;
    }
    double[] blocks = new double[across * down];
    for (int i = 0; i < blocks.length; i++) {
      int row = i / across;
      blocks[i] = block(plane, 1 + i % across * BLOCK, 1 + row * BLOCK);
    }
    Arrays.sort(blocks);
    return blocks[blocks.length / 10];
  }

  /** The mean absolute response to 1 -2 1 / -2 4 -2 / 1 -2 1, scaled to a deviation. */
  private static double block(Plane plane, int left, int top) {
    float[] v = plane.values();
    int width = plane.width();
    double sum = 0;
    for (int y = top; y < top + BLOCK; y++) {
      for (int x = left; x < left + BLOCK; x++) {
        int at = y * width + x;
        float corners =
            v[at - width - 1] + v[at - width + 1] + v[at + width - 1] + v[at + width + 1];
        float sides = v[at - width] + v[at + width] + v[at - 1] + v[at + 1];
        sum += Math.abs(corners - 2 * sides + 4 * v[at]);
      }
    }
    return Math.sqrt(Math.PI / 2) * sum / (6.0 * BLOCK * BLOCK);
  }

  private static double banding(Plane plane) {
    int slopes = 0;
    int banded = 0;
    int runs = 0;
    for (int y = 0; y < plane.height(); y += 2) {
      for (int x = 0; x + RUN <= plane.width(); x += RUN) {
        int kind = run(plane.values(), y * plane.width() + x);
        runs++;
        slopes += kind > 0 ? 1 : 0;
        banded += kind > 1 ? 1 : 0;
      }
    }
    return (long) slopes * FEWEST < runs || slopes == 0 ? 0 : (double) banded / slopes;
  }

  /** 0 for no slope, 1 for a smooth one, 2 for a banded one. */
  private static int run(float[] values, int at) {
    int rises = 0;
    int falls = 0;
    int steps = 0;
    for (int i = at + 1; i < at + RUN; i++) {
      float step = values[i] - values[i - 1];
      rises += step > 0.5f ? 1 : 0;
      falls += step < -0.5f ? 1 : 0;
      steps += Math.abs(step) >= 2.5f ? 1 : 0;
      if (rises > 0 && falls > 0) {
        return 0;
      }
    }
    float range = Math.abs(values[at + RUN - 1] - values[at]);
    boolean slope = range >= 6 && range <= 48;
    boolean stairs = steps > 0 && steps <= 8 && rises + falls == steps;
    return slope ? stairs ? 2 : 1 : 0;
  }
}
