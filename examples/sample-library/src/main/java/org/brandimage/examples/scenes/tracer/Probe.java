package org.brandimage.examples.scenes.tracer;

import org.jspecify.annotations.Nullable;

/** The scratch space of one thread's ray queries: limits going in, the nearest solid coming out. */
final class Probe {

  final int[] stack = new int[96];
  double least;
  double distance;
  @Nullable Solid solid;

  /** Whether any opaque solid will do, and glass is to be ignored. */
  boolean shadow;

  Probe reset(double from, double to) {
    least = from;
    distance = to;
    solid = null;
    shadow = false;
    return this;
  }
}
