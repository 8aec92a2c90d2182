package org.brandimage.examples.scenes.tracer;

import org.jspecify.annotations.Nullable;

/** Non-local means over planes of three floats a pixel, a few rows at a time. */
final class NonLocalMeans {

  /**
   * What the weights are found on: colour, its variance, and the tolerance k of Rousselle et al.
   */
  static final class Guide {
    private final float[] colour;
    private final float[] variance;
    private final float k;

    Guide(float[] colour, float[] variance, float k) {
      this.colour = colour;
      this.variance = variance;
      this.k = k;
    }
  }

  /** What else must agree between two pixels. */
  static final class Features {
    private final float[] albedo;
    private final float[] normal;
    private final float[] nearness;
    private final float[] alpha;

    Features(float[] albedo, float[] normal, float[] nearness, float[] alpha) {
      this.albedo = albedo;
      this.normal = normal;
      this.nearness = nearness;
      this.alpha = alpha;
    }

    /** A squared distance, about 1 where two pixels belong to different things. */
    float distance(int p, int q) {
      int i = 3 * p;
      int j = 3 * q;
      float d = 0;
      float da = 0;
      for (int c = 0; c < 3; c++) {
        float e = normal[i + c] - normal[j + c];
        d += e * e;
        float f = albedo[i + c] - albedo[j + c];
        da += f * f;
      }
      float near = nearness[i] - nearness[j];
      float mean = nearness[i] + nearness[j] + 1e-3f;
      float relative = near / mean;
      float cover = alpha[p] - alpha[q];
      return d * 6 + da * 60 + relative * relative * 150 + cover * cover * 20;
    }
  }

  private static final float EPSILON = 1e-6f;
  private static final int BAND = 24;

  private final int w;
  private final int h;
  private final int search;
  private final int patch;
  private final int threads;

  NonLocalMeans(int w, int h, int search, int patch, int threads) {
    this.w = w;
    this.h = h;
    this.search = search;
    this.patch = patch;
    this.threads = threads;
  }

  float[] filter(Guide guide, @Nullable Features features, float[] target)
      throws InterruptedException {
    float[] out = new float[target.length];
    int bands = (h + BAND - 1) / BAND;
    Renderer.rows(threads, bands, i -> new Band(guide, features, target, i * BAND).into(out));
    return out;
  }

  /** A few rows of the picture, small enough for the processor's cache. */
  private final class Band {

    private final Guide guide;
    private final @Nullable Features features;
    private final float[] target;
    private final int top;
    private final int rows;
    private final float[] sum;
    private final float[] weights;
    private final float[] distances;
    private final float[] columns;

    Band(Guide guide, @Nullable Features features, float[] target, int top) {
      this.guide = guide;
      this.features = features;
      this.target = target;
      this.top = top;
      rows = Math.min(BAND, h - top);
      sum = new float[3 * w * rows];
      weights = new float[w * rows];
      distances = new float[w * (rows + 2 * patch)];
      columns = new float[w];
    }

    void into(float[] out) {
      for (int dy = -search; dy <= search; dy++) {
        for (int dx = -search; dx <= search; dx++) {
          measure(dx, dy);
          int from = Math.max(0, -dy - top);
          int to = Math.min(rows, h - dy - top);
          for (int r = from; r < to; r++) {
            gather(r, dx, dy);
          }
        }
      }
      for (int i = 0; i < weights.length; i++) {
        for (int c = 0; c < 3; c++) {
          out[3 * (top * w + i) + c] = sum[3 * i + c] / weights[i];
        }
      }
    }

    /** The distances of single pixels against the picture moved by (dx, dy). */
    private void measure(int dx, int dy) {
      for (int r = -patch; r < rows + patch; r++) {
        int py = limit(top + r, h);
        int qy = limit(top + r + dy, h);
        int at = (r + patch) * w;
        for (int x = 0; x < w; x++) {
          distances[at + x] = pair(guide, 3 * (py * w + x), 3 * (qy * w + limit(x + dx, w)));
        }
      }
    }

    private void gather(int r, int dx, int dy) {
      for (int x = 0; x < w; x++) {
        float d = 0;
        for (int k = 0; k <= 2 * patch; k++) {
          d += distances[(r + k) * w + x];
        }
        columns[x] = d;
      }
      float scale = 1f / ((2 * patch + 1) * (2 * patch + 1));
      for (int x = Math.max(0, -dx); x < Math.min(w, w - dx); x++) {
        float d = 0;
        for (int k = -patch; k <= patch; k++) {
          d += columns[limit(x + k, w)];
        }
        add(r * w + x, dy * w + dx, Math.max(0, d * scale));
      }
    }

    private void add(int own, int offset, float colourDistance) {
      if (colourDistance > 12) {
        return;
      }
      int p = top * w + own;
      int q = p + offset;
      float d =
          features == null ? colourDistance : Math.max(colourDistance, features.distance(p, q));
      float weight = kernel(d);
      weights[own] += weight;
      sum[3 * own] += weight * target[3 * q];
      sum[3 * own + 1] += weight * target[3 * q + 1];
      sum[3 * own + 2] += weight * target[3 * q + 2];
    }
  }

  private static int limit(int i, int n) {
    return i < 0 ? 0 : i >= n ? n - 1 : i;
  }

  private static float pair(Guide g, int p, int q) {
    float[] u = g.colour;
    float[] v = g.variance;
    float difference = 0;
    float expected = 0;
    for (int c = 0; c < 3; c++) {
      float d = u[p + c] - u[q + c];
      float vp = v[p + c];
      float vq = v[q + c];
      difference += d * d - vp - Math.min(vp, vq);
      expected += vp + vq;
    }
    return difference / (EPSILON + g.k * g.k * expected);
  }

  /** About exp(−d), without the cost. */
  private static float kernel(float d) {
    float e = Math.max(0, 1 - d / 16);
    e *= e;
    e *= e;
    e *= e;
    return e * e;
  }
}
