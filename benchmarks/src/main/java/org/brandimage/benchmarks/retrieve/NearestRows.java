package org.brandimage.benchmarks.retrieve;

/** One way to search vectors. */
@FunctionalInterface
interface NearestRows {
  /**
   * Returns row numbers, nearest first.
   *
   * @param query a vector of length 1
   */
  int[] of(float[] query);
}
