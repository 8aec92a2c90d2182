package org.brandimage.quality;

import java.util.Arrays;
import java.util.List;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.judge.CheckRequest;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.brandimage.spi.testkit.fake.Fixtures;

/**
 * A ground with a product on it, drawn from formulas: a striped, spotted bottle-like shape that can
 * be painted anywhere, at any size and angle. Mutable, for one test each.
 */
final class TestScene {
  /**
   * Where a product is painted.
   *
   * @param x of its middle
   * @param y of its middle
   * @param height in pixels; it is 0.6 as wide
   * @param degrees counter-clockwise
   */
  record Pose(double x, double y, double height, double degrees) {
    Pose scaled(double factor) {
      return new Pose(x, y, height * factor, degrees);
    }

    Pose moved(double dx, double dy) {
      return new Pose(x + dx, y + dy, height, degrees);
    }
  }

  private static final int SAMPLES = 3;

  final Size size;
  final int[] argb;

  private TestScene(Size size, int[] argb) {
    this.size = size;
    this.argb = argb;
  }

  /** A wall above a floor, both with a fine grain. */
  static TestScene room(int width, int height) {
    int[] argb = new int[width * height];
    int state = 7;
    for (int i = 0; i < argb.length; i++) {
      int y = i / width;
      int base = y < height / 2 ? 0xd8d0c0 : 0xb09070;
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      argb[i] = shade(base, 1 + ((state >> 16) % 13 - 6) / 255.0 - 0.15 * y / height);
    }
    return new TestScene(new Size(width, height), argb);
  }

  /** One colour everywhere. */
  static TestScene plain(int width, int height, int rgb) {
    int[] argb = new int[width * height];
    Arrays.fill(argb, 0xff000000 | rgb);
    return new TestScene(new Size(width, height), argb);
  }

  /** Nothing but transparency: the ground of a product layer. */
  static TestScene empty(Size size) {
    return new TestScene(size, new int[size.width() * size.height()]);
  }

  TestScene copy() {
    return new TestScene(size, argb.clone());
  }

  /** Paints the product. */
  TestScene product(Pose pose) {
    return paint(pose, 0);
  }

  /** Paints another product of the same outline: other colours and other markings. */
  TestScene otherProduct(Pose pose) {
    return paint(pose, 1);
  }

  /** Darkens an ellipse under the product's base. */
  TestScene shadow(Pose pose, double strength) {
    double rx = 0.36 * pose.height();
    double ry = 0.08 * pose.height();
    double cy = pose.y() + pose.height() / 2;
    for (int i = 0; i < argb.length; i++) {
      double dx = (i % size.width() - pose.x()) / rx;
      int row = i / size.width();
      double dy = (row - cy) / ry;
      double inside = 1 - (dx * dx + dy * dy);
      if (inside > 0) {
        argb[i] = shade(argb[i], 1 - strength * Math.min(1, 2 * inside));
      }
    }
    return this;
  }

  /** Multiplies every channel. */
  TestScene light(double factor) {
    for (int i = 0; i < argb.length; i++) {
      argb[i] = shade(argb[i], factor);
    }
    return this;
  }

  /** Means over boxes of an odd side, as often as asked. */
  TestScene blurred(int side, int times) {
    int[] from = argb.clone();
    int[] to = new int[argb.length];
    for (int pass = 0; pass < 2 * times; pass++) {
      int step = pass % 2 == 0 ? 1 : size.width();
      for (int i = 0; i < to.length; i++) {
        to[i] = mean(from, i, step, side / 2);
      }
      System.arraycopy(to, 0, from, 0, to.length);
    }
    System.arraycopy(from, 0, argb, 0, argb.length);
    return this;
  }

  RasterImage raster() {
    return RasterImage.of(size, argb);
  }

  ImageSource source() {
    return ImageSource.of(raster());
  }

  /** A request about this picture, made with a product at a pose. */
  CheckRequest.Builder request(Pose pose) {
    return request(pose, Fixtures.caption());
  }

  /** The same with a caption. */
  CheckRequest.Builder request(Pose pose, Caption caption) {
    RasterImage layer = empty(size).product(pose).raster();
    Mask mask = Mask.of(size, (x, y) -> layer.argb(x, y) >>> 24 >= 128);
    Candidate candidate = new Candidate("c", List.of(placement(pose)));
    ImageSource picture = source();
    return CheckRequest.builder(
            candidate, picture, picture, ImageSource.of(layer), mask, Fixtures.duckScene(), caption)
        .brandKit(BrandKit.neutral());
  }

  static Placement placement(Pose pose) {
    double angle = Math.toRadians(pose.degrees());
    double width = 0.6 * pose.height();
    double across = Math.abs(Math.cos(angle)) * width + Math.abs(Math.sin(angle)) * pose.height();
    double upright = Math.abs(Math.sin(angle)) * width + Math.abs(Math.cos(angle)) * pose.height();
    Box box =
        new Box(
            (int) Math.floor(pose.x() - across / 2),
            (int) Math.floor(pose.y() - upright / 2),
            (int) Math.ceil(across) + 1,
            (int) Math.ceil(upright) + 1);
    return new Placement(
        0, 0, (int) Math.ceil(width), (int) Math.ceil(pose.height()), pose.degrees(), box, 0);
  }

  private TestScene paint(Pose pose, int kind) {
    double cos = Math.cos(Math.toRadians(pose.degrees()));
    double sin = Math.sin(Math.toRadians(pose.degrees()));
    for (int i = 0; i < argb.length; i++) {
      int row = i / size.width();
      int covered = 0;
      int[] sum = new int[3];
      for (int s = 0; s < SAMPLES * SAMPLES; s++) {
        int subRow = s / SAMPLES;
        double dx = i % size.width() + (s % SAMPLES + 0.5) / SAMPLES - pose.x();
        double dy = row + (subRow + 0.5) / SAMPLES - pose.y();
        double u = (cos * dx - sin * dy) / (0.6 * pose.height()) + 0.5;
        double v = (sin * dx + cos * dy) / pose.height() + 0.5;
        if (shape(u, v)) {
          int colour = colour(u, v, kind);
          covered++;
          sum[0] += colour >> 16 & 255;
          sum[1] += colour >> 8 & 255;
          sum[2] += colour & 255;
        }
      }
      if (covered > 0) {
        argb[i] = over(sum, covered, argb[i]);
      }
    }
    return this;
  }

  /** A neck above a body with round shoulders. */
  private static boolean shape(double u, double v) {
    if (u < 0 || u > 1 || v < 0 || v > 1) {
      return false;
    }
    if (v < 0.25) {
      return Math.abs(u - 0.5) < 0.2;
    }
    double shoulder = Math.min(1, (v - 0.25) / 0.15);
    return Math.abs(u - 0.5) < 0.2 + 0.3 * Math.sqrt(shoulder * (2 - shoulder));
  }

  private static int colour(double u, double v, int kind) {
    boolean spot = Math.hypot((u - 0.5) * 0.6, v - 0.65) < 0.13;
    boolean stripe = (int) (v * 14) % 2 == 0;
    if (kind == 1) {
      return spot ? 0x202020 : (int) (u * 6) % 2 == 0 ? 0x30a040 : 0xe0d030;
    }
    if (v < 0.12) {
      return 0x303038;
    }
    return spot ? 0xf4f0e0 : stripe ? 0xc02028 : 0x2848a0;
  }

  private static int over(int[] sum, int covered, int below) {
    int samples = SAMPLES * SAMPLES;
    int alphaBelow = (below >>> 24) * (samples - covered) / samples;
    int alpha = 255 * covered / samples + alphaBelow;
    int result = Math.min(255, alpha) << 24;
    for (int channel = 0; channel < 3; channel++) {
      int shift = 16 - 8 * channel;
      double own = 255.0 * sum[channel] / samples;
      double value = (own + (below >> shift & 255) * (double) alphaBelow) / alpha;
      result |= (int) Math.min(255, Math.round(value)) << shift;
    }
    return result;
  }

  private static int shade(int argb, double factor) {
    int result = 0xff000000;
    for (int shift = 0; shift <= 16; shift += 8) {
      int value = (int) Math.round((argb >> shift & 255) * factor);
      result |= Math.max(0, Math.min(255, value)) << shift;
    }
    return result;
  }

  private int mean(int[] from, int index, int step, int reach) {
    int line = step == 1 ? index / size.width() : index % size.width();
    int start = step == 1 ? line * size.width() : line;
    int length = step == 1 ? size.width() : size.height();
    int place = step == 1 ? index % size.width() : index / size.width();
    int[] sum = new int[3];
    for (int k = -reach; k <= reach; k++) {
      int pixel = from[start + Math.max(0, Math.min(length - 1, place + k)) * step];
      sum[0] += pixel >> 16 & 255;
      sum[1] += pixel >> 8 & 255;
      sum[2] += pixel & 255;
    }
    int count = 2 * reach + 1;
    return 0xff000000 | ((sum[0] / count) << 16) | ((sum[1] / count) << 8) | (sum[2] / count);
  }
}
