package org.brandimage.examples.scenes.tracer;

/** Box blurs of one plane, in place, with clamped borders. */
final class Blur {

  private Blur() {}

  static void box(float[] plane, int w, int h, int radius) {
    if (radius < 1) {
      return;
    }
    float[] line = new float[Math.max(w, h)];
    for (int y = 0; y < h; y++) {
      pass(plane, y * w, 1, w, radius, line);
    }
    for (int x = 0; x < w; x++) {
      pass(plane, x, w, h, radius, line);
    }
  }

  /** Three box blurs, nearly a Gaussian of the given standard deviation. */
  static void gaussian(float[] plane, int w, int h, double sigma) {
    int radius = (int) Math.max(1, Math.round((Math.sqrt(4 * sigma * sigma + 1) - 1) / 2));
    for (int i = 0; i < 3; i++) {
      box(plane, w, h, radius);
    }
  }

  private static void pass(float[] plane, int start, int step, int n, int radius, float[] line) {
    for (int i = 0; i < n; i++) {
      line[i] = plane[start + i * step];
    }
    double sum = 0;
    for (int k = -radius; k <= radius; k++) {
      sum += line[Math.min(n - 1, Math.max(0, k))];
    }
    double scale = 1.0 / (2 * radius + 1);
    for (int i = 0; i < n; i++) {
      plane[start + i * step] = (float) (sum * scale);
      sum += line[Math.min(n - 1, i + radius + 1)] - line[Math.max(0, i - radius)];
    }
  }
}
