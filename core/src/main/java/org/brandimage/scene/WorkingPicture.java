package org.brandimage.scene;

import org.brandimage.imaging.raster.Lab;
import org.brandimage.imaging.raster.Resampler;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/** A photo made small: its colours in CIELAB, how strong its contours are, and how rough it is. */
final class WorkingPicture {
  private static final int WHITE = 0xFFFFFFFF;
  private static final double NOISE = 1.4;
  private static final int NEIGHBOURHOOD = 9;

  final int width;
  final int height;

  /** Lightness, green to red, blue to yellow, quieted. */
  final FloatPlane l;

  final FloatPlane a;
  final FloatPlane b;

  /** Lightness as it is. */
  final FloatPlane sharpL;

  /** The length of the colour gradient, CIELAB units a pixel. */
  final FloatPlane contour;

  /** The standard deviation of the lightness around each pixel. */
  final FloatPlane deviation;

  /** How opaque the photo is, from 0 to 1. */
  final FloatPlane opacity;

  private WorkingPicture(RasterImage small) {
    width = small.width();
    height = small.height();
    sharpL = new FloatPlane(width, height);
    FloatPlane rawA = new FloatPlane(width, height);
    FloatPlane rawB = new FloatPlane(width, height);
    opacity = new FloatPlane(width, height);
    int[] shown = small.over(WHITE).toArgb();
    int[] stored = small.toArgb();
    for (int i = 0; i < shown.length; i++) {
      Lab colour = Lab.of(shown[i]);
      sharpL.values[i] = (float) colour.l();
      rawA.values[i] = (float) colour.a();
      rawB.values[i] = (float) colour.b();
      opacity.values[i] = (stored[i] >>> 24) / 255f;
    }
    l = sharpL.blurred(NOISE);
    a = rawA.blurred(NOISE);
    b = rawB.blurred(NOISE);
    contour = contourOf(l, a, b);
    deviation = deviationOf(sharpL);
  }

  /** Returns a photo with its longer side at most so long; a smaller photo stays as it is. */
  static RasterImage reduced(RasterImage photo, int longSide) {
    return Resampler.resize(photo, reducedSize(photo.size(), longSide));
  }

  static Size reducedSize(Size size, int longSide) {
    int longer = Math.max(size.width(), size.height());
    if (longer <= longSide) {
      return size;
    }
    double scale = (double) longSide / longer;
    return new Size(
        Math.max(1, (int) Math.round(size.width() * scale)),
        Math.max(1, (int) Math.round(size.height() * scale)));
  }

  static WorkingPicture of(RasterImage small) {
    return new WorkingPicture(small);
  }

  Size size() {
    return new Size(width, height);
  }

  private static FloatPlane contourOf(FloatPlane... planes) {
    int width = planes[0].width;
    int height = planes[0].height;
    FloatPlane result = new FloatPlane(width, height);
    for (int y = 0; y < height; y++) {
      int up = Math.max(0, y - 1);
      int down = Math.min(height - 1, y + 1);
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - 1);
        int right = Math.min(width - 1, x + 1);
        float sum = 0;
        for (FloatPlane plane : planes) {
          float dx = (plane.at(right, y) - plane.at(left, y)) / 2;
          float dy = (plane.at(x, down) - plane.at(x, up)) / 2;
          sum += dx * dx + dy * dy;
        }
        result.values[y * width + x] = (float) Math.sqrt(sum);
      }
    }
    return result;
  }

  private static FloatPlane deviationOf(FloatPlane plane) {
    FloatPlane squares = new FloatPlane(plane.width, plane.height);
    for (int i = 0; i < squares.values.length; i++) {
      squares.values[i] = plane.values[i] * plane.values[i];
    }
    FloatPlane mean = plane.mean(NEIGHBOURHOOD);
    FloatPlane result = squares.mean(NEIGHBOURHOOD);
    for (int i = 0; i < result.values.length; i++) {
      float variance = result.values[i] - mean.values[i] * mean.values[i];
      result.values[i] = (float) Math.sqrt(Math.max(0, variance));
    }
    return result;
  }
}
