package org.brandimage.imaging;

import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Size;

/**
 * One rotation of one upright product about its centre, on premultiplied sRGB levels: each target
 * pixel is interpolated between the four source pixels around its place, which {@link
 * RotationSource} has sharpened by what that takes away. Averaging many pixels into one is a matter
 * of light and done before, by {@link Resampler}. Right angles move pixels and change none. Not
 * thread-safe; made for one use.
 *
 * <p>All four channels are weighed at once, 16 bits of a long each, in integers: the results are
 * the same on every machine.
 */
final class Rotation {
  // Places are rounded to 1/256 pixel, and the four weights add up to 256.
  private static final int PLACE_BITS = 32;
  private static final int WEIGHT_BITS = 8;
  private static final int FRACTION_SHIFT = PLACE_BITS - WEIGHT_BITS;
  private static final int REACH = 1;
  private static final long HALVES = 0x0080008000800080L;
  private static final long LEVELS = 0x00FF00FF00FF00FFL;

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
    int start = (int) Math.max(0, Math.ceil(from));
    if (cos == 0 || sin == 0) {
      move((int) u, (int) v, row * area.width(), start, end);
    } else if (start < end) {
      long column = place(u + start * cos + RotationSource.BORDER);
      long line = place(v + start * sin + RotationSource.BORDER);
      interpolate(column, line, row * area.width() + start, end - start);
    }
  }

  /** Right angles: places are whole pixels. */
  private void move(int firstColumn, int firstLine, int offset, int start, int end) {
    int width = source.area().width();
    for (int x = start; x < end; x++) {
      int column = firstColumn + x * (int) cos;
      int line = firstLine + x * (int) sin;
      if (column >= 0 && line >= 0 && column < width && line < source.area().height()) {
        result[offset + x] = source.argb()[line * width + column];
      }
    }
  }

  private static long place(double pixels) {
    return (long) (pixels * (1L << PLACE_BITS)) + (1L << (FRACTION_SHIFT - 1));
  }

  private void interpolate(long firstColumn, long firstLine, int offset, int count) {
    long[] lanes = source.lanes();
    int stride = source.stride();
    long column = firstColumn;
    long line = firstLine;
    long stepX = (long) (cos * (1L << PLACE_BITS));
    long stepY = (long) (sin * (1L << PLACE_BITS));
    for (int i = 0; i < count; i++) {
      int at = (int) (line >> PLACE_BITS) * stride + (int) (column >> PLACE_BITS);
      long first = lanes[at];
      long second = lanes[at + 1];
      long third = lanes[at + stride];
      long fourth = lanes[at + stride + 1];
      if ((first | second | third | fourth) != 0) {
        int right = (int) (column >>> FRACTION_SHIFT) & 255;
        int below = (int) (line >>> FRACTION_SHIFT) & 255;
        int both = (right * below + 128) >> WEIGHT_BITS;
        long sum =
            first * (256 - right - below + both)
                + second * (right - both)
                + third * (below - both)
                + fourth * both;
        result[offset + i] = pixel(sum);
      }
      column += stepX;
      line += stepY;
    }
  }

  /** Returns the straight pixel of premultiplied levels times 256. */
  private static int pixel(long sum) {
    long levels = ((sum + HALVES) >>> WEIGHT_BITS) & LEVELS;
    int alpha = (int) (levels >>> 48);
    if (alpha == 255) {
      long pairs = (levels | levels >>> 8) & 0x0000FFFF0000FFFFL;
      return (int) (pairs | pairs >>> 16);
    }
    if (alpha == 0) {
      return 0;
    }
    float straight = 255f / (sum >>> 48);
    return alpha << 24
        | level((sum >>> 32 & 0xFFFF) * straight) << 16
        | level((sum >>> 16 & 0xFFFF) * straight) << 8
        | level((sum & 0xFFFF) * straight);
  }

  private static int level(float value) {
    return Math.min(255, (int) (value + 0.5f));
  }

  /** Returns the step at which a line of samples first comes near the source. */
  private static double entry(double start, double slope, int length) {
    if (slope == 0) {
      return start > -REACH && start < length ? Double.NEGATIVE_INFINITY : Double.MAX_VALUE;
    }
    return ((slope > 0 ? -REACH : length) - start) / slope;
  }

  /** Returns the step at which a line of samples leaves the source. */
  private static double exit(double start, double slope, int length) {
    return slope == 0 ? Double.POSITIVE_INFINITY : entry(start, -slope, length) * -1;
  }
}
