package org.brandimage.imaging;

import org.brandimage.spi.image.Box;

/**
 * An imprint in its place.
 *
 * @param imprint what changes
 * @param left the sprite's left column on the canvas
 * @param top the sprite's top row on the canvas
 */
record PlacedImprint(Imprint imprint, int left, int top) {
  /** Puts the imprint on a part of the canvas. */
  void put(int[] pixels, Box part) {
    imprint.put(pixels, part, left, top);
  }

  /** Returns the box of all that changes; a shadow may leave the canvas. */
  Box region() {
    return imprint.region().translated(left, top);
  }
}
