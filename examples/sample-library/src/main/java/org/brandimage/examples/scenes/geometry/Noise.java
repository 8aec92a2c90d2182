package org.brandimage.examples.scenes.geometry;

/**
 * Deterministic noise of a point: gradient noise (Perlin 2002), its fractal sums, and cells (Worley
 * 1996).
 */
public final class Noise {

  private Noise() {}

  /**
   * Gradient noise.
   *
   * @param x coordinate in cells
   * @param y coordinate in cells
   * @param z coordinate in cells
   * @return about −1..1, mean 0
   */
  public static double at(double x, double y, double z) {
    int ix = floor(x);
    int iy = floor(y);
    int iz = floor(z);
    double fx = x - ix;
    double fy = y - iy;
    double fz = z - iz;
    double u = fade(fx);
    double v = fade(fy);
    double w = fade(fz);
    double a = lerp(gradient(ix, iy, iz, fx, fy, fz), gradient(ix + 1, iy, iz, fx - 1, fy, fz), u);
    double b =
        lerp(
            gradient(ix, iy + 1, iz, fx, fy - 1, fz),
            gradient(ix + 1, iy + 1, iz, fx - 1, fy - 1, fz),
            u);
    double c =
        lerp(
            gradient(ix, iy, iz + 1, fx, fy, fz - 1),
            gradient(ix + 1, iy, iz + 1, fx - 1, fy, fz - 1),
            u);
    double d =
        lerp(
            gradient(ix, iy + 1, iz + 1, fx, fy - 1, fz - 1),
            gradient(ix + 1, iy + 1, iz + 1, fx - 1, fy - 1, fz - 1),
            u);
    return lerp(lerp(a, b, v), lerp(c, d, v), w);
  }

  /**
   * A fractal sum of gradient noise, each octave at double frequency and half amplitude.
   *
   * @param x coordinate in cells
   * @param y coordinate in cells
   * @param z coordinate in cells
   * @param octaves 1 to 8
   * @return about −1..1, mean 0
   */
  public static double fractal(double x, double y, double z, int octaves) {
    double sum = 0;
    double amplitude = 0.5;
    double px = x;
    double py = y;
    double pz = z;
    for (int i = 0; i < octaves; i++) {
      sum += amplitude * at(px, py, pz);
      px = px * 2.03 + 17.1;
      py = py * 2.03 + 3.7;
      pz = pz * 2.03 + 9.2;
      amplitude *= 0.5;
    }
    return sum * 1.6;
  }

  /**
   * The distance to the nearest of one random point per cell.
   *
   * @param x coordinate in cells
   * @param y coordinate in cells
   * @param z coordinate in cells
   * @return 0 at a point, about 1 far from all
   */
  public static double cells(double x, double y, double z) {
    return Math.sqrt(nearest(x, y, z)[0]);
  }

  /**
   * How far a point is from the border of its random cell: 0 on the border, growing inwards. Good
   * for leather and cracks.
   *
   * @param x coordinate in cells
   * @param y coordinate in cells
   * @param z coordinate in cells
   * @return the second nearest distance less the nearest, 0..1
   */
  public static double cellBorder(double x, double y, double z) {
    double[] d = nearest(x, y, z);
    return Math.sqrt(d[1]) - Math.sqrt(d[0]);
  }

  private static double[] nearest(double x, double y, double z) {
    int ix = floor(x);
    int iy = floor(y);
    int iz = floor(z);
    double first = 9;
    double second = 9;
    for (int k = 0; k < 27; k++) {
      int cx = ix + k % 3 - 1;
      int cy = iy + k / 3 % 3 - 1;
      int cz = iz + k / 9 - 1;
      int h = hash(cx, cy, cz);
      double dx = cx + (h & 1023) / 1024.0 - x;
      double dy = cy + (h >> 10 & 1023) / 1024.0 - y;
      double dz = cz + (h >> 20 & 1023) / 1024.0 - z;
      double d = dx * dx + dy * dy + dz * dz;
      if (d < first) {
        second = first;
        first = d;
      } else if (d < second) {
        second = d;
      }
    }
    return new double[] {first, second};
  }

  /**
   * A random number for a cell of the integer grid.
   *
   * @param i first index
   * @param j second index
   * @param k third index
   * @return 0..1, always the same for the same indices
   */
  public static double random(int i, int j, int k) {
    return (hash(i, j, k) >>> 8) * 0x1p-24;
  }

  /**
   * A soft step.
   *
   * @param from where the step begins
   * @param to where it ends; may be below {@code from}
   * @param v the value
   * @return 0 before, 1 after, a cubic in between
   */
  public static double step(double from, double to, double v) {
    double t = Sdf.clamp((v - from) / (to - from), 0, 1);
    return t * t * (3 - 2 * t);
  }

  /**
   * The largest integer not above a value.
   *
   * @param v the value
   * @return its floor
   */
  public static int floor(double v) {
    int i = (int) v;
    return v < i ? i - 1 : i;
  }

  /**
   * Mixes three numbers.
   *
   * @param i the first
   * @param j the second
   * @param k the third
   * @return a number that looks random
   */
  public static int hash(int i, int j, int k) {
    int h = i * 0x8da6b343 ^ j * 0xd8163841 ^ k * 0xcb1ab31f;
    h ^= h >>> 16;
    h *= 0x7feb352d;
    h ^= h >>> 15;
    h *= 0x846ca68b;
    return h ^ h >>> 16;
  }

  private static double gradient(int i, int j, int k, double x, double y, double z) {
    int h = hash(i, j, k) & 15;
    double u = h < 8 ? x : y;
    double v = h < 4 ? y : h == 12 || h == 14 ? x : z;
    return ((h & 1) == 0 ? u : -u) + ((h & 2) == 0 ? v : -v);
  }

  private static double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  private static double lerp(double a, double b, double t) {
    return a + (b - a) * t;
  }
}
