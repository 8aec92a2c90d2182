package org.brandimage.examples.scenes.tracer;

import org.brandimage.examples.scenes.geometry.Noise;

/**
 * The random numbers of one thread: padded two-dimensional Sobol points, shuffled and scrambled by
 * hashes (Burley 2020, "Practical Hash-based Owen Scrambling"), then plain hashes once a path is
 * long. The same pixel, sample and seed always give the same numbers.
 */
final class Sampler {

  private static final int SOBOL_PAIRS = 40;

  private final int seed;
  private int pixel;
  private int index;
  private int pair;
  private double second;

  Sampler(int seed) {
    this.seed = seed;
  }

  /**
   * Starts a sample; even and odd samples draw from independent sequences so that they can check
   * each other.
   */
  void start(int pixelIndex, int sample) {
    pixel = Noise.hash(pixelIndex, seed, sample & 1);
    index = sample >> 1;
    pair = 0;
  }

  /** The first of a fresh pair of numbers, 0..1; {@link #second()} is its partner. */
  double next() {
    int key = Noise.hash(pixel, pair, 0x51ed);
    pair++;
    if (pair > SOBOL_PAIRS) {
      int h = Noise.hash(key, index, 1);
      second = (Noise.hash(key, index, 2) >>> 8) * 0x1p-24;
      return (h >>> 8) * 0x1p-24;
    }
    int i = scramble(index, key);
    int x = scramble(Integer.reverse(i), key * 0x9e3779b1 + 1);
    int y = scramble(sobol2(i), key * 0x85ebca6b + 2);
    second = (y >>> 8) * 0x1p-24;
    return (x >>> 8) * 0x1p-24;
  }

  double second() {
    return second;
  }

  private static int sobol2(int i) {
    int y = 0;
    int v = 1 << 31;
    for (int k = i; k != 0; k >>>= 1) {
      if ((k & 1) != 0) {
        y ^= v;
      }
      v ^= v >>> 1;
    }
    return y;
  }

  /** Owen's nested uniform scramble by the Laine-Karras permutation of the reversed bits. */
  private static int scramble(int value, int key) {
    int x = Integer.reverse(value) + key;
    x ^= x * 0x6c50b47c;
    x ^= x * 0xb82f1e52;
    x ^= x * 0xc7afe638;
    x ^= x * 0x8d22f6e6;
    return Integer.reverse(x);
  }
}
