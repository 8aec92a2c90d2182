package org.brandimage.imaging.cutout;

import org.brandimage.imaging.raster.SrgbTransfer;
import org.brandimage.spi.image.RasterImage;

/**
 * The CIE 1976 L*a*b* colours of a picture (D65), four bytes per pixel: lightness in steps of 0.1,
 * a and b in steps of 0.25, finer than an 8-bit level. Alpha is ignored. Immutable.
 */
final class LabPlane {
  private static final int CURVE_STEPS = 4096;
  private static final int SMOOTHING = 2;
  private static final double EPSILON = 216.0 / 24_389;
  private static final double KAPPA = 24_389.0 / 27;

  private final int width;
  private final int[] packed;

  private LabPlane(int width, int[] packed) {
    this.width = width;
    this.packed = packed;
  }

  static LabPlane of(RasterImage image) {
    float[] curve = curve();
    int[] packed = image.toArgb();
    for (int i = 0; i < packed.length; i++) {
      packed[i] = pack(packed[i], curve);
    }
    return new LabPlane(image.width(), packed);
  }

  private static float[] curve() {
    float[] curve = new float[CURVE_STEPS + 1];
    for (int i = 0; i <= CURVE_STEPS; i++) {
      // A square root in front spends the steps where the curve is steep.
      double t = (double) i / CURVE_STEPS * i / CURVE_STEPS;
      curve[i] = (float) (t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116);
    }
    return curve;
  }

  private static int pack(int argb, float[] curve) {
    float red = SrgbTransfer.toLinear(argb >> 16 & 0xFF);
    float green = SrgbTransfer.toLinear(argb >> 8 & 0xFF);
    float blue = SrgbTransfer.toLinear(argb & 0xFF);
    float x = at(curve, 0.433949f * red + 0.376211f * green + 0.189840f * blue);
    float y = at(curve, 0.212673f * red + 0.715152f * green + 0.072175f * blue);
    float z = at(curve, 0.017757f * red + 0.109475f * green + 0.872768f * blue);
    int lightness = Math.round((116 * y - 16) * 10);
    int a = Math.round((500 * (x - y) + 128) * 4);
    int b = Math.round((200 * (y - z) + 128) * 4);
    return clamp(lightness) << 20 | clamp(a) << 10 | clamp(b);
  }

  private static float at(float[] curve, float linear) {
    float place = (float) Math.sqrt(Math.max(0, Math.min(1, linear))) * CURVE_STEPS;
    int step = Math.min(CURVE_STEPS - 1, (int) place);
    return curve[step] + (place - step) * (curve[step + 1] - curve[step]);
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(1023, value));
  }

  /** Returns the plane averaged over squares of 5x5 pixels, which quiets a camera's noise. */
  LabPlane smoothed() {
    int[] across = new int[packed.length];
    int[] result = new int[packed.length];
    for (int y = 0; y < height(); y++) {
      average(packed, across, y * width, 1, width);
    }
    for (int x = 0; x < width; x++) {
      average(across, result, x, width, height());
    }
    return new LabPlane(width, result);
  }

  /** Averages each pixel of a line with two on either side; beyond the ends the last one counts. */
  private static void average(int[] from, int[] to, int start, int step, int count) {
    for (int i = 0; i < count; i++) {
      int lightness = 0;
      int a = 0;
      int b = 0;
      for (int d = -SMOOTHING; d <= SMOOTHING; d++) {
        int pixel = from[start + Math.max(0, Math.min(count - 1, i + d)) * step];
        lightness += pixel >>> 20;
        a += pixel >> 10 & 1023;
        b += pixel & 1023;
      }
      int half = SMOOTHING;
      int whole = 2 * SMOOTHING + 1;
      to[start + i * step] =
          (((lightness + half) / whole) << 20)
              | (((a + half) / whole) << 10)
              | ((b + half) / whole);
    }
  }

  int width() {
    return width;
  }

  int height() {
    return packed.length / width;
  }

  /** Returns the lightness of the pixel at an index by rows, 0 to 100. */
  float lightness(int index) {
    return (packed[index] >>> 20) * 0.1f;
  }

  /** Returns a*, green to red. */
  float a(int index) {
    return (packed[index] >> 10 & 1023) * 0.25f - 128;
  }

  /** Returns b*, blue to yellow. */
  float b(int index) {
    return (packed[index] & 1023) * 0.25f - 128;
  }

  /** Returns the colour difference of two pixels. */
  float difference(int one, int other) {
    float dl = lightness(one) - lightness(other);
    float da = a(one) - a(other);
    float db = b(one) - b(other);
    return (float) Math.sqrt(dl * dl + da * da + db * db);
  }
}
