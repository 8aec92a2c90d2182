package org.brandimage.local.scenery;

import java.util.SplittableRandom;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/** One painting of a backdrop. Shares are of the canvas' height and width; light is linear. */
final class BackdropPainter {
  private static final int LONGEST_SIDE = 640;

  /** Where the wall's paper turns into the floor's. */
  private static final double BEND = 0.66;

  private static final double BEND_HEIGHT = 0.13;

  private final BackdropStyle style;
  private final LightField field;
  private final double aspect;
  private final double side;
  private final SplittableRandom random;
  private final double[] wall;
  private final double[] floor;
  private final double[] gel;

  /**
   * Prepares a painting.
   *
   * @param style paper and lamps
   * @param canvas width and height
   * @param side where the light comes from, from -1 to 1
   * @param seed for the places of blurred lights
   */
  BackdropPainter(BackdropStyle style, Size canvas, double side, long seed) {
    this.style = style;
    this.field = new LightField(canvas, LONGEST_SIDE);
    this.aspect = canvas.width() / (double) canvas.height();
    this.side = Math.max(-1, Math.min(1, side));
    this.random = new SplittableRandom(seed);
    this.wall = LightField.linear(style.wall());
    this.floor = LightField.linear(style.floor());
    this.gel = LightField.linear(style.gel());
  }

  /**
   * Paints the backdrop.
   *
   * @return an opaque picture of the canvas' size
   */
  RasterImage paint() {
    for (int y = 0; y < field.height(); y++) {
      for (int x = 0; x < field.width(); x++) {
        paint(x, y);
      }
    }
    for (int i = 0; i < style.bokeh(); i++) {
      paintBokeh();
    }
    return field.develop();
  }

  private void paint(int x, int y) {
    double u = (x + 0.5) / field.width();
    double v = (y + 0.5) / field.height();
    double ground = smooth((v - BEND + BEND_HEIGHT) / (2 * BEND_HEIGHT));
    double across = (u - 0.5) * Math.min(1.6, Math.max(0.8, aspect));
    double onWall =
        style.ambient() + style.key() * pool(across - 0.16 * side, v - 0.40, 0.46, 0.40);
    double onFloor =
        style.ambient() * 1.02
            + style.key() * 0.95 * pool(across - 0.05 * side, v - 0.86, 0.62, 0.26);
    // Less light reaches the bend: it faces neither the lamp above nor the room.
    double bend = 1 - 0.16 * Math.exp(-square((v - BEND - 0.015) / 0.055));
    double corner = square(u - 0.5) + square(v - 0.52);
    double vignette = 1 - 0.75 * Math.pow(corner, 1.25);
    double fall = 1 + 0.14 * side * (u - 0.5) * 2;
    double lit = (onWall + (onFloor - onWall) * ground) * bend * vignette * fall;
    double coloured = gelAmount(u, v) * vignette;
    double spot = spot(across, v) * (1 - ground);
    for (int channel = 0; channel < 3; channel++) {
      double paper = wall[channel] + (floor[channel] - wall[channel]) * ground;
      double value = paper * lit + coloured * gel[channel] * (0.25 * paper + 0.14);
      field.set(x, y, channel, value + spot * (0.55 * gel[channel] + 0.45) * (0.4 * paper + 0.25));
    }
  }

  private double gelAmount(double u, double v) {
    double from = 0.5 + 0.62 * (side < 0 ? -1 : 1);
    double near = Math.exp(-square((u - from) / 0.42) - square((v - 0.30) / 0.48));
    double opposite = Math.exp(-square((1 - u - from) / 0.30) - square((v - 0.75) / 0.35));
    return style.gelAmount() * (1.5 * near + 0.35 * opposite);
  }

  /** A round spot on the wall, bright at its rim's inside and with a soft edge. */
  private double spot(double across, double v) {
    if (style.halo() <= 0) {
      return 0;
    }
    double radius = Math.sqrt(square(across - 0.10 * side) + square(v - 0.40)) / 0.30;
    double disc = 1 - smooth((radius - 0.88) / 0.24);
    double rim = Math.exp(-square((radius - 0.82) / 0.16));
    double bloom = 0.28 * Math.exp(-square(radius / 1.5));
    return style.halo() * 0.62 * (disc * (0.62 + 0.25 * rim) + bloom);
  }

  private void paintBokeh() {
    double centreX = random.nextDouble();
    double centreY = 0.05 + 0.55 * Math.pow(random.nextDouble(), 1.2);
    double radius = 0.012 + 0.036 * random.nextDouble();
    double bright = 0.05 + 0.20 * Math.pow(random.nextDouble(), 2);
    double[] tone = LightField.linear(random.nextInt(3) == 0 ? style.gel() : 0xFFC98A);
    int reachY = (int) Math.ceil(radius * 1.3 * field.height()) + 1;
    int reachX = (int) Math.ceil(radius * 1.3 * field.height()) + 1;
    int midX = (int) (centreX * field.width());
    int midY = (int) (centreY * field.height());
    for (int y = Math.max(0, midY - reachY); y < Math.min(field.height(), midY + reachY); y++) {
      for (int x = Math.max(0, midX - reachX); x < Math.min(field.width(), midX + reachX); x++) {
        double far =
            Math.hypot(x - centreX * field.width(), y - centreY * field.height())
                / (radius * field.height());
        double disc = (1 - smooth((far - 0.86) / 0.28)) * (0.75 + 0.25 * Math.min(1, far * far));
        field.add(x, y, tone, bright * disc);
      }
    }
  }

  private static double pool(double dx, double dy, double width, double height) {
    return Math.exp(-square(dx / width) - square(dy / height));
  }

  private static double smooth(double t) {
    double clamped = Math.max(0, Math.min(1, t));
    return clamped * clamped * clamped * (clamped * (6 * clamped - 15) + 10);
  }

  private static double square(double value) {
    return value * value;
  }
}
