package org.brandimage.metric;

import org.brandimage.spi.image.RasterImage;

/**
 * Perceived colourfulness: the measure M of Hasler and Süsstrunk, "Measuring colourfulness in
 * natural images", Human Vision and Electronic Imaging 2003: σ + 0.3 µ of the opponent axes R-G and
 * (R+G)/2-B of gamma-encoded sRGB. 0 for greys; their viewers called about 15 slightly, 33
 * moderately, 45 averagely, 59 quite, 82 highly and 109 extremely colourful. Pure and thread-safe;
 * one pass.
 */
public final class Colourfulness {
  private Colourfulness() {}

  /**
   * Returns the colourfulness of a picture.
   *
   * @param picture the picture; transparent parts count as over white
   * @return at least 0
   */
  public static double of(RasterImage picture) {
    long sumRg = 0;
    long sumYb = 0;
    long squaresRg = 0;
    long squaresYb = 0;
    RasterImage seen = picture.over(Ground.WHITE);
    int[] row = new int[seen.width()];
    for (int y = 0; y < seen.height(); y++) {
      seen.copyRow(y, row);
      for (int argb : row) {
        int red = argb >> 16 & 255;
        int green = argb >> 8 & 255;
        int rg = red - green;
        // Twice the axis, so that integers are exact.
        int yb = red + green - 2 * (argb & 255);
        sumRg += rg;
        sumYb += yb;
        squaresRg += (long) rg * rg;
        squaresYb += (long) yb * yb;
      }
    }
    double n = picture.size().pixels();
    double meanRg = sumRg / n;
    double meanYb = sumYb / (2 * n);
    double variance = squaresRg / n - meanRg * meanRg + squaresYb / (4 * n) - meanYb * meanYb;
    return Math.sqrt(Math.max(0, variance)) + 0.3 * Math.hypot(meanRg, meanYb);
  }
}
