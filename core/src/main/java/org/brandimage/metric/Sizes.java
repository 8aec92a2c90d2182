package org.brandimage.metric;

import org.brandimage.spi.image.Size;

/** The checks that every comparison of two pictures makes first. */
final class Sizes {
  private Sizes() {}

  static void check(Size first, Size second, int shortestSide) {
    if (!first.equals(second)) {
      throw new IllegalArgumentException(
          "pictures must be of one size, resize one of them: " + first + " and " + second);
    }
    if (Math.min(first.width(), first.height()) < shortestSide) {
      throw new IllegalArgumentException(
          "each side must be at least " + shortestSide + " pixels, enlarge the pictures: " + first);
    }
  }
}
