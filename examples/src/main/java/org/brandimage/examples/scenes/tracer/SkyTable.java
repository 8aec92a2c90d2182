package org.brandimage.examples.scenes.tracer;

import java.util.Arrays;

/** A sky tabulated over latitude and longitude, so that bright parts are sampled more often. Immutable. */
final class SkyTable {

  private static final int W = 256;
  private static final int H = 128;

  private final Sky sky;
  private final double[] cumulative = new double[W * H];
  private final double total;

  SkyTable(Sky sky) {
    this.sky = sky;
    double sum = 0;
    for (int i = 0; i < W * H; i++) {
      double theta = Math.PI * (i / W + 0.5) / H;
      double phi = 2 * Math.PI * (i % W + 0.5) / W;
      double l = sky.radiance(direction(theta, phi)).luminance();
      sum += (l + 1e-6) * Math.sin(theta);
      cumulative[i] = sum;
    }
    total = sum;
  }

  Vec radiance(Vec d) {
    return sky.radiance(d);
  }

  /** A direction, with a density in proportion to the tabulated brightness. */
  Vec sample(double u, double v) {
    double key = u * total;
    int i = Arrays.binarySearch(cumulative, key);
    i = Math.min(W * H - 1, i < 0 ? -i - 1 : i + 1);
    double before = i == 0 ? 0 : cumulative[i - 1];
    double within = Math.min(0.999999, (key - before) / (cumulative[i] - before));
    // The rest of u places the point across the cell, v places it down the cell.
    return direction(Math.PI * (i / W + v) / H, 2 * Math.PI * (i % W + within) / W);
  }

  double density(Vec d) {
    double theta = Math.acos(Sdf.clamp(d.y(), -1, 1));
    double phi = Math.atan2(d.z(), d.x());
    phi = phi < 0 ? phi + 2 * Math.PI : phi;
    int row = Math.min(H - 1, (int) (theta / Math.PI * H));
    int i = row * W + Math.min(W - 1, (int) (phi / (2 * Math.PI) * W));
    double p = (cumulative[i] - (i == 0 ? 0 : cumulative[i - 1])) / total;
    double area = 2 * Math.PI * Math.PI * Math.max(Math.sin(theta), 1e-4) / (W * H);
    return p / area;
  }

  private static Vec direction(double theta, double phi) {
    double s = Math.sin(theta);
    return new Vec(s * Math.cos(phi), Math.cos(theta), s * Math.sin(phi));
  }
}
