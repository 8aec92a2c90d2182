package org.brandimage.metric;

/** The ground on which metrics see transparent pictures: a white page, as a viewer shows them. */
final class Ground {
  static final int WHITE = 0xFFFFFF;

  private Ground() {}
}
