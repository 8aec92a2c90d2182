package org.brandimage.examples.scenes.tracer;

import java.util.Arrays;
import org.brandimage.examples.scenes.geometry.Noise;
import org.brandimage.examples.scenes.geometry.Sdf;
import org.brandimage.examples.scenes.geometry.Vec;

/**
 * A sky tabulated over latitude and longitude, so that bright parts are sampled more often.
 * Immutable.
 */
final class SkyTable {

  private static final int W = 256;
  private static final int H = 128;

  private final float[] colours = new float[3 * W * H];
  private final double[] cumulative = new double[W * H];
  private final double total;

  SkyTable(Sky sky) {
    double sum = 0;
    for (int i = 0; i < W * H; i++) {
      int row = i / W;
      double theta = Math.PI * (row + 0.5) / H;
      double phi = 2 * Math.PI * (i % W + 0.5) / W;
      Vec colour = sky.radiance(direction(theta, phi));
      colours[3 * i] = (float) colour.x();
      colours[3 * i + 1] = (float) colour.y();
      colours[3 * i + 2] = (float) colour.z();
      sum += (colour.luminance() + 1e-6) * Math.sin(theta);
      cumulative[i] = sum;
    }
    total = sum;
  }

  /** The tabulated radiance, blended between the four nearest entries. */
  Vec radiance(Vec d) {
    double row = Math.acos(Sdf.clamp(d.y(), -1, 1)) / Math.PI * H - 0.5;
    double column = azimuth(d) / (2 * Math.PI) * W - 0.5;
    int r = Noise.floor(row);
    int c = Noise.floor(column);
    Vec above = entry(r, c).mix(entry(r, c + 1), column - c);
    return above.mix(entry(r + 1, c).mix(entry(r + 1, c + 1), column - c), row - r);
  }

  private Vec entry(int row, int column) {
    int i = 3 * (Math.min(H - 1, Math.max(0, row)) * W + Math.floorMod(column, W));
    return new Vec(colours[i], colours[i + 1], colours[i + 2]);
  }

  private static double azimuth(Vec d) {
    double phi = Math.atan2(d.z(), d.x());
    return phi < 0 ? phi + 2 * Math.PI : phi;
  }

  /** A direction, with a density in proportion to the tabulated brightness. */
  Vec sample(double u, double v) {
    double key = u * total;
    int i = Arrays.binarySearch(cumulative, key);
    i = Math.min(W * H - 1, i < 0 ? -i - 1 : i + 1);
    double before = i == 0 ? 0 : cumulative[i - 1];
    double within = Math.min(0.999999, (key - before) / (cumulative[i] - before));
    // The rest of u places the point across the cell, v places it down the cell.
    int row = i / W;
    return direction(Math.PI * (row + v) / H, 2 * Math.PI * (i % W + within) / W);
  }

  double density(Vec d) {
    double theta = Math.acos(Sdf.clamp(d.y(), -1, 1));
    double phi = azimuth(d);
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
