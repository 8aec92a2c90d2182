package org.brandimage.benchmarks.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.plan.Placement;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * OpenCV on one thread, the way that is fast with it: a bilinear warp of the premultiplied cut-out
 * into the sprite's box, for every candidate or once a rotation, and a blend of 8-bit values in the
 * box only. All matrices but the warp's are used again.
 */
final class OpenCvRival implements Rival {
  private final ComposeWorkload work;
  private final boolean cached;
  private final Mat background;
  private final Mat cutout;
  private final Mat canvas;
  private final Mat mask;
  private final Map<Double, Sprite> sprites = new HashMap<>();
  private final Map<Double, Mat> shadows = new HashMap<>();

  /** Premultiplied colours, what is left of the canvas (three times each), and the mask. */
  private record Sprite(Mat colours, Mat rest, Mat kept) {}

  OpenCvRival(ComposeWorkload work, boolean cached) {
    this.work = work;
    this.cached = cached;
    this.background = rows(work.background, CvType.CV_8UC3, OpenCvRival::colour);
    this.cutout = rows(work.cutout, CvType.CV_8UC4, OpenCvRival::premultiplied);
    this.canvas = background.clone();
    this.mask = Mat.zeros(background.size(), CvType.CV_8UC1);
    work.shadows.forEach(
        (rotation, shadow) ->
            shadows.put(rotation, rows(shadow.image(), CvType.CV_8UC3, OpenCvRival::lit)));
  }

  /** Forgets the sprites. */
  void clear() {
    sprites.clear();
  }

  @Override
  public void render(Candidate candidate) {
    Placement placement = ComposeWorkload.placement(candidate);
    Sprite sprite =
        cached
            ? sprites.computeIfAbsent(placement.rotation(), rotation -> sprite(placement))
            : sprite(placement);
    Box box = placement.box();
    Box spot = work.shadow(placement.rotation()).box().translated(box.x(), box.y());
    Mat shadow = shadows.get(placement.rotation());
    background.copyTo(canvas);
    Mat dark = canvas.submat(rect(spot));
    Core.multiply(dark, shadow, dark, 1 / 255.0);
    Mat region = canvas.submat(rect(box));
    Core.multiply(region, sprite.rest, region, 1 / 255.0);
    Core.add(region, sprite.colours, region);
    mask.setTo(Scalar.all(0));
    Mat kept = mask.submat(rect(box));
    sprite.kept.copyTo(kept);
    if (!cached) {
      sprite.colours.release();
      sprite.rest.release();
      sprite.kept.release();
    }
  }

  private Sprite sprite(Placement placement) {
    Box box = placement.box();
    Mat turn =
        Imgproc.getRotationMatrix2D(
            new org.opencv.core.Point((cutout.cols() - 1) / 2.0, (cutout.rows() - 1) / 2.0),
            placement.rotation(),
            (double) placement.width() / cutout.cols());
    turn.put(0, 2, turn.get(0, 2)[0] + (box.width() - cutout.cols()) / 2.0);
    turn.put(1, 2, turn.get(1, 2)[0] + (box.height() - cutout.rows()) / 2.0);
    Mat turned = new Mat();
    Imgproc.warpAffine(
        cutout, turned, turn, new Size(box.width(), box.height()), Imgproc.INTER_LINEAR);
    Mat alpha = new Mat();
    Core.extractChannel(turned, alpha, 3);
    Mat colours = new Mat();
    Imgproc.cvtColor(turned, colours, Imgproc.COLOR_BGRA2BGR);
    Mat kept = new Mat();
    Imgproc.threshold(alpha, kept, 127, 255, Imgproc.THRESH_BINARY);
    Mat inverse = new Mat();
    Core.bitwise_not(alpha, inverse);
    Mat rest = new Mat();
    Core.merge(List.of(inverse, inverse, inverse), rest);
    turned.release();
    alpha.release();
    inverse.release();
    return new Sprite(colours, rest, kept);
  }

  private static Rect rect(Box box) {
    return new Rect(box.x(), box.y(), box.width(), box.height());
  }

  /** Blue, green, red and alpha of a pixel. */
  private interface Channels {
    void put(int argb, byte[] target, int offset);
  }

  private static Mat rows(RasterImage image, int type, Channels channels) {
    Mat mat = new Mat(image.height(), image.width(), type);
    byte[] row = new byte[image.width() * mat.channels()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        channels.put(image.argb(x, y), row, x * mat.channels());
      }
      mat.put(y, 0, row);
    }
    return mat;
  }

  private static void colour(int argb, byte[] target, int offset) {
    for (int channel = 0; channel < 3; channel++) {
      target[offset + channel] = (byte) (argb >> (8 * channel));
    }
  }

  private static void premultiplied(int argb, byte[] target, int offset) {
    int alpha = argb >>> 24;
    for (int channel = 0; channel < 3; channel++) {
      target[offset + channel] = (byte) Math.round((argb >> (8 * channel) & 255) * alpha / 255f);
    }
    target[offset + 3] = (byte) alpha;
  }

  private static void lit(int argb, byte[] target, int offset) {
    for (int channel = 0; channel < 3; channel++) {
      target[offset + channel] = (byte) (255 - (argb >>> 24));
    }
  }

  @Override
  public int rgb(int x, int y) {
    List<Integer> levels = new ArrayList<>();
    for (double level : canvas.get(y, x)) {
      levels.add((int) level);
    }
    return levels.get(2) << 16 | levels.get(1) << 8 | levels.get(0);
  }

  @Override
  public boolean keeps(int x, int y) {
    return mask.get(y, x)[0] > 0;
  }
}
