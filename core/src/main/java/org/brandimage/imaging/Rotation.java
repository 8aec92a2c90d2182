package org.brandimage.imaging;

import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;

/**
 * One rotation of one upright product about its centre: for each target pixel the sixteen source
 * pixels around its place are weighed by a Catmull-Rom cubic, on premultiplied sRGB levels.
 * Averaging many pixels into one is a matter of light and done before, by {@link Resampler};
 * between neighbours at full size the levels serve better, since overshoot next to an edge is then
 * as visible in the dark as in the light. Not thread-safe; made for one use.
 */
final class Rotation {
  // Places are rounded to 1/64 pixel: half of that moves an edge of 100 levels by under one level.
  private static final int PHASE_BITS = 6;
  private static final int PHASES = 1 << PHASE_BITS;
  private static final int REACH = 2;
  private static final float[] CUBIC = cubicPhases();

  private final RotationSource source;
  private final double cos;
  private final double sin;
  private final Size target;
  private final Box area;
  private final int[] result;

  Rotation(RotationSource source, double rotation) {
    this.source = source;
    this.cos = SpriteRenderer.cosine(rotation);
    this.sin = SpriteRenderer.sine(rotation);
    Size upright = source.size();
    this.target = SpriteRenderer.rotatedSize(upright.width(), upright.height(), rotation);
    this.area = reached(source.area());
    this.result = new int[Math.toIntExact(area.size().pixels())];
  }

  Sprite sprite() {
    for (int y = 0; y < area.height(); y++) {
      render(y);
    }
    return Sprite.adopt(target, area, result);
  }

  /** Returns the part of the target that the visible part of the source can reach. */
  private Box reached(Box visible) {
    double x = visible.x() + visible.width() / 2.0 - source.size().width() / 2.0;
    double y = visible.y() + visible.height() / 2.0 - source.size().height() / 2.0;
    double centreX = target.width() / 2.0 + x * cos + y * sin;
    double centreY = target.height() / 2.0 - x * sin + y * cos;
    double width = visible.width() + 2.0 * REACH;
    double height = visible.height() + 2.0 * REACH;
    double reachX = (width * Math.abs(cos) + height * Math.abs(sin)) / 2;
    double reachY = (width * Math.abs(sin) + height * Math.abs(cos)) / 2;
    int left = (int) Math.max(0, Math.floor(centreX - reachX));
    int top = (int) Math.max(0, Math.floor(centreY - reachY));
    int right = (int) Math.min(target.width(), Math.ceil(centreX + reachX));
    int bottom = (int) Math.min(target.height(), Math.ceil(centreY + reachY));
    return new Box(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
  }

  private void render(int row) {
    // Sample positions are pixel centres, hence the halves; relative to the source's visible area.
    double dx = area.x() + 0.5 - target.width() / 2.0;
    double dy = area.y() + row + 0.5 - target.height() / 2.0;
    double u = source.size().width() / 2.0 + dx * cos - dy * sin - 0.5 - source.area().x();
    double v = source.size().height() / 2.0 + dx * sin + dy * cos - 0.5 - source.area().y();
    int width = source.area().width();
    int height = source.area().height();
    double from = Math.max(entry(u, cos, width), entry(v, sin, height));
    double to = Math.min(exit(u, cos, width), exit(v, sin, height));
    int end = (int) Math.min(area.width(), Math.ceil(to));
    int start = (int) Math.max(0, Math.floor(from));
    int offset = row * area.width();
    for (int x = start; x < end; x++) {
      int placeX = (int) ((u + x * cos + REACH) * PHASES + 0.5) - REACH * PHASES;
      int placeY = (int) ((v + x * sin + REACH) * PHASES + 0.5) - REACH * PHASES;
      int left = (placeX >> PHASE_BITS) - 1;
      int top = (placeY >> PHASE_BITS) - 1;
      int kind = source.kind(left, top);
      if (kind == RotationSource.SOLID) {
        result[offset + x] = solid(left, top, placeX & (PHASES - 1), placeY & (PHASES - 1));
      } else if (kind == RotationSource.MIXED) {
        result[offset + x] = mixed(left, top, placeX & (PHASES - 1), placeY & (PHASES - 1));
      }
    }
  }

  /** Returns the step at which a line of samples first comes within the cubic's reach. */
  private static double entry(double start, double slope, int length) {
    if (slope == 0) {
      return start > -REACH && start < length + 1 ? Double.NEGATIVE_INFINITY : Double.MAX_VALUE;
    }
    return ((slope > 0 ? -REACH : length + 1) - start) / slope;
  }

  /** Returns the step at which a line of samples leaves the cubic's reach. */
  private static double exit(double start, double slope, int length) {
    return slope == 0 ? Double.POSITIVE_INFINITY : entry(start, -slope, length) * -1;
  }

  /** Sixteen opaque pixels: three channels, and nothing to divide by. */
  private int solid(int left, int top, int phaseX, int phaseY) {
    float[] levels = source.levels();
    int stride = source.area().width() * 3;
    int at = top * stride + left * 3;
    float w0 = CUBIC[phaseX * 4];
    float w1 = CUBIC[phaseX * 4 + 1];
    float w2 = CUBIC[phaseX * 4 + 2];
    float w3 = CUBIC[phaseX * 4 + 3];
    float red = 0.5f;
    float green = 0.5f;
    float blue = 0.5f;
    for (int k = phaseY * 4; k < phaseY * 4 + 4; k++) {
      float w = CUBIC[k];
      red +=
          w * (w0 * levels[at] + w1 * levels[at + 3] + w2 * levels[at + 6] + w3 * levels[at + 9]);
      green +=
          w
              * (w0 * levels[at + 1]
                  + w1 * levels[at + 4]
                  + w2 * levels[at + 7]
                  + w3 * levels[at + 10]);
      blue +=
          w
              * (w0 * levels[at + 2]
                  + w1 * levels[at + 5]
                  + w2 * levels[at + 8]
                  + w3 * levels[at + 11]);
      at += stride;
    }
    return 0xFF000000 | level(red) << 16 | level(green) << 8 | level(blue);
  }

  private int mixed(int left, int top, int phaseX, int phaseY) {
    float red = 0;
    float green = 0;
    float blue = 0;
    float alpha = 0;
    for (int j = 0; j < 4; j++) {
      for (int i = 0; i < 4; i++) {
        int pixel = source.argb(left + i, top + j);
        float part = CUBIC[phaseX * 4 + i] * CUBIC[phaseY * 4 + j] * (pixel >>> 24);
        red += part * (pixel >> 16 & 255);
        green += part * (pixel >> 8 & 255);
        blue += part * (pixel & 255);
        alpha += part;
      }
    }
    int opacity = level(alpha + 0.5f);
    if (opacity == 0) {
      return 0;
    }
    float straight = 1 / alpha;
    return opacity << 24
        | level(red * straight + 0.5f) << 16
        | level(green * straight + 0.5f) << 8
        | level(blue * straight + 0.5f);
  }

  private static int level(float value) {
    return Math.max(0, Math.min(255, (int) value));
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
