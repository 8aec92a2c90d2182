package org.brandimage.metric;

import org.brandimage.spi.image.RasterImage;

/**
 * Where the visual weight of a picture lies: the deviation of its centre of mass, after Hübner and
 * Fillinger, "Comparison of objective measures for predicting perceptual balance and visual
 * aesthetic preference", Frontiers in Psychology 2016. Since photographs are not black shapes on
 * white, the mass of a pixel is its saliency: the distance in CIELAB of its colour from the mean
 * colour of the picture (Achanta et al., "Frequency-tuned salient region detection", CVPR 2009), on
 * a copy of at most {@value #SIDE} pixels a side. Pure and thread-safe; three passes.
 *
 * @param x the horizontal offset of the centre of mass, -1 (left edge) to 1 (right edge); 0 is
 *     balanced
 * @param y the vertical offset, -1 (top edge) to 1 (bottom edge); 0 is balanced
 */
public record VisualBalance(double x, double y) {
  private static final int SIDE = 128;

  /**
   * Measures a picture.
   *
   * @param picture the picture; alpha is ignored
   * @return its balance; of one colour only it is balanced
   */
  public static VisualBalance of(RasterImage picture) {
    Plane red = Channel.RED.plane(picture).reduced(SIDE);
    Lab[] colours = colours(red, picture);
    int width = red.width();
    int height = red.height();
    Lab mean = mean(colours);
    double total = 0;
    double across = 0;
    double down = 0;
    for (int i = 0; i < colours.length; i++) {
      int row = i / width;
      double mass = distance(colours[i], mean);
      total += mass;
      across += mass * (2 * (i % width + 0.5) / width - 1);
      down += mass * (2 * (row + 0.5) / height - 1);
    }
    // The mean of equal colours is off by rounding; such a mass is nobody's to see.
    return total < 1e-6 * colours.length
        ? new VisualBalance(0, 0)
        : new VisualBalance(across / total, down / total);
  }

  /**
   * Returns how far the picture is from balance: the distance of the centre of mass from the middle
   * relative to that of a corner.
   *
   * @return 0 (balanced) to 1; lower is better
   */
  public double deviation() {
    return Math.hypot(x, y) / Math.sqrt(2);
  }

  private static Lab[] colours(Plane redPlane, RasterImage picture) {
    float[] red = redPlane.values();
    float[] green = Channel.GREEN.plane(picture).reduced(SIDE).values();
    float[] blue = Channel.BLUE.plane(picture).reduced(SIDE).values();
    Lab[] colours = new Lab[red.length];
    for (int i = 0; i < colours.length; i++) {
      colours[i] =
          Lab.of(Math.round(red[i]) << 16 | Math.round(green[i]) << 8 | Math.round(blue[i]));
    }
    return colours;
  }

  private static Lab mean(Lab[] colours) {
    double l = 0;
    double a = 0;
    double b = 0;
    for (Lab colour : colours) {
      l += colour.l();
      a += colour.a();
      b += colour.b();
    }
    return new Lab(l / colours.length, a / colours.length, b / colours.length);
  }

  private static double distance(Lab one, Lab other) {
    double l = one.l() - other.l();
    return Math.sqrt(
        l * l
            + (one.a() - other.a()) * (one.a() - other.a())
            + (one.b() - other.b()) * (one.b() - other.b()));
  }
}
