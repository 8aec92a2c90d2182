package org.brandimage.imaging.compose;

import java.util.List;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A preblended sprite at a place on a canvas.
 *
 * @param sprite the product, its shadow, or both
 * @param left the sprite's left column on the canvas
 * @param top the sprite's top row on the canvas
 */
record PlacedSprite(PreblendedSprite sprite, int left, int top) {
  /** Puts the sprite on a part of the canvas. */
  void put(int[] pixels, Box part) {
    sprite.put(pixels, part, left, top);
  }

  /** Widens the columns of each row of a canvas to all that {@link #put} changes. */
  void reach(Size canvas, int[] from, int[] to) {
    sprite.reach(canvas, left, top, from, to);
  }

  /** Draws the columns of each row that change, as they are over a background of the canvas. */
  void draw(RasterImage background, int[] pixels, Box part, int[] scratch) {
    sprite.draw(background, pixels, part, left, top, scratch);
  }

  /** Returns the box of all that changes; a shadow may leave the canvas. */
  Box region() {
    return sprite.region().translated(left, top);
  }

  /** Returns the box of all that some sprites change within a canvas. */
  static Box changed(List<PlacedSprite> sprites, Box canvas) {
    int left = canvas.right();
    int top = canvas.bottom();
    int right = 0;
    int bottom = 0;
    for (PlacedSprite placed : sprites) {
      Box region = placed.region();
      left = Math.min(left, region.x());
      top = Math.min(top, region.y());
      right = Math.max(right, region.right());
      bottom = Math.max(bottom, region.bottom());
    }
    Box all = new Box(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    return all.intersect(canvas).orElse(new Box(0, 0, 1, 1));
  }
}
