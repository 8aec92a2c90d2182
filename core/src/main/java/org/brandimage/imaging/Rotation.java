package org.brandimage.imaging;

import java.util.Arrays;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * One rotation of one picture about its centre. The target is made in square tiles: the source
 * pixels under a tile are turned to premultiplied linear light once, in a buffer that stays in the
 * processor's cache, with transparent pixels around the picture. Not thread-safe; made for one use.
 */
final class Rotation {
  private static final int TILE = 96;
  // The cubic reaches one pixel back and two ahead; one more keeps rounding inside the buffer.
  private static final int REACH = 3;
  private static final int PHASES = 512;
  private static final float[] CUBIC = cubicPhases();

  private final RasterImage source;
  private final double cos;
  private final double sin;
  private final Size target;
  private final int[] result;
  private final int side = (int) (TILE * 1.4143) + 2 * REACH + 3;
  private final float[] light = new float[side * side * 4];
  private final int[] row = new int[side];
  private int left;
  private int top;

  Rotation(RasterImage source, double cos, double sin) {
    this.source = source;
    this.cos = cos;
    this.sin = sin;
    double width = source.width() * Math.abs(cos) + source.height() * Math.abs(sin);
    double height = source.width() * Math.abs(sin) + source.height() * Math.abs(cos);
    this.target = new Size((int) Math.ceil(width - 1e-9), (int) Math.ceil(height - 1e-9));
    this.result = new int[Math.toIntExact(target.pixels())];
  }

  Sprite sprite() {
    for (int y = 0; y < target.height(); y += TILE) {
      for (int x = 0; x < target.width(); x += TILE) {
        int width = Math.min(TILE, target.width() - x);
        int height = Math.min(TILE, target.height() - y);
        Box tile = new Box(x, y, width, height);
        if (loadSource(tile)) {
          render(tile);
        }
      }
    }
    return Sprite.adopt(target, result);
  }

  /** Fills the buffer with what lies under a tile; false when nothing does. */
  private boolean loadSource(Box tile) {
    double centreX = sourceX(tile.x() + tile.width() / 2.0, tile.y() + tile.height() / 2.0);
    double centreY = sourceY(tile.x() + tile.width() / 2.0, tile.y() + tile.height() / 2.0);
    double reachX = (tile.width() * Math.abs(cos) + tile.height() * Math.abs(sin)) / 2;
    double reachY = (tile.width() * Math.abs(sin) + tile.height() * Math.abs(cos)) / 2;
    left = (int) Math.floor(centreX - reachX) - REACH;
    top = (int) Math.floor(centreY - reachY) - REACH;
    Box inside = new Box(left, top, side, side).intersect(source.size().bounds()).orElse(null);
    if (inside == null) {
      return false;
    }
    Arrays.fill(light, 0);
    for (int y = inside.y(); y < inside.bottom(); y++) {
      source.copyRegion(new Box(inside.x(), y, inside.width(), 1), row, 0, inside.width());
      int offset = ((y - top) * side + inside.x() - left) * 4;
      LinearLight.premultiplied(row, inside.width(), light, offset);
    }
    return true;
  }

  private void render(Box tile) {
    for (int y = tile.y(); y < tile.bottom(); y++) {
      // Sample positions are pixel centres, hence the halves.
      double u = sourceX(0.5, y + 0.5) - 0.5;
      double v = sourceY(0.5, y + 0.5) - 0.5;
      double from = Math.max(entry(u, cos, source.width()), entry(v, sin, source.height()));
      double to = Math.min(exit(u, cos, source.width()), exit(v, sin, source.height()));
      int end = (int) Math.min(tile.right(), Math.ceil(to));
      for (int x = (int) Math.max(tile.x(), Math.floor(from)); x < end; x++) {
        double atX = sourceX(x + 0.5, y + 0.5) - 0.5 - left;
        double atY = sourceY(x + 0.5, y + 0.5) - 0.5 - top;
        result[y * target.width() + x] = sample(atX, atY);
      }
    }
  }

  /** Returns the step at which a line of samples first comes within the cubic's reach. */
  private static double entry(double start, double slope, int length) {
    if (slope == 0) {
      return start > -2 && start < length + 1 ? Double.NEGATIVE_INFINITY : Double.MAX_VALUE;
    }
    return ((slope > 0 ? -2 : length + 1) - start) / slope;
  }

  /** Returns the step at which a line of samples leaves the cubic's reach. */
  private static double exit(double start, double slope, int length) {
    return slope == 0 ? Double.POSITIVE_INFINITY : entry(start, -slope, length) * -1;
  }

  private int sample(double u, double v) {
    int phaseX = (int) (u * PHASES + 0.5);
    int phaseY = (int) (v * PHASES + 0.5);
    int at = ((phaseY / PHASES - 1) * side + phaseX / PHASES - 1) * 4;
    int across = phaseX % PHASES * 4;
    int down = phaseY % PHASES * 4;
    float w0 = CUBIC[across];
    float w1 = CUBIC[across + 1];
    float w2 = CUBIC[across + 2];
    float w3 = CUBIC[across + 3];
    float[] l = light;
    float red = 0;
    float green = 0;
    float blue = 0;
    float alpha = 0;
    for (int k = 0; k < 4; k++) {
      float w = CUBIC[down + k];
      red += w * (w0 * l[at] + w1 * l[at + 4] + w2 * l[at + 8] + w3 * l[at + 12]);
      green += w * (w0 * l[at + 1] + w1 * l[at + 5] + w2 * l[at + 9] + w3 * l[at + 13]);
      blue += w * (w0 * l[at + 2] + w1 * l[at + 6] + w2 * l[at + 10] + w3 * l[at + 14]);
      alpha += w * (w0 * l[at + 3] + w1 * l[at + 7] + w2 * l[at + 11] + w3 * l[at + 15]);
      at += side * 4;
    }
    return LinearLight.pixel(red, green, blue, alpha);
  }

  /** Returns the source column of a target position: the inverse rotation about the centre. */
  private double sourceX(double x, double y) {
    double dx = x - target.width() / 2.0;
    double dy = y - target.height() / 2.0;
    return source.width() / 2.0 + dx * cos - dy * sin;
  }

  private double sourceY(double x, double y) {
    double dx = x - target.width() / 2.0;
    double dy = y - target.height() / 2.0;
    return source.height() / 2.0 + dx * sin + dy * cos;
  }

  private static float[] cubicPhases() {
    float[] table = new float[PHASES * 4];
    for (int phase = 0; phase < PHASES; phase++) {
      double ahead = (double) phase / PHASES;
      for (int k = 0; k < 4; k++) {
        table[phase * 4 + k] = (float) AxisWeights.cubic(k - 1 - ahead);
      }
    }
    return table;
  }
}
