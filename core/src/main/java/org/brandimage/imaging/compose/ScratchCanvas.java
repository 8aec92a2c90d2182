package org.brandimage.imaging.compose;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;

/**
 * A canvas that shows the candidates of a grid one after another. It holds only the pixels that the
 * shown candidate changes, row by row, and takes all others from the background. So a candidate
 * costs neither the memory of a canvas nor a copy of the background, whatever the size of the
 * canvas. Not thread-safe: use one per thread.
 */
public final class ScratchCanvas {
  private final SpriteCache sprites;
  private final RasterImage background;
  private final Size size;
  private final int[] argb;
  private final BitSet kept;
  // What is drawn lies in a box at the start of the memory, which stays in the processor's caches;
  // the columns of each row that are, of the whole canvas. The background shows in all others.
  private final int[] from;
  private final int[] to;
  private Box drawn = new Box(0, 0, 1, 1);
  // What is blended, before it goes to its place.
  private int[] scratch = new int[0];

  ScratchCanvas(SpriteCache sprites, RasterImage background, int[] argb) {
    this.sprites = sprites;
    this.background = background;
    this.size = background.size();
    this.argb = argb;
    this.kept = new BitSet();
    this.from = new int[size.height()];
    this.to = new int[size.height()];
  }

  /**
   * Shows a candidate in place of the one before.
   *
   * @param candidate a candidate of the compositor's scene and canvas
   * @throws IllegalArgumentException when the candidate is of another scene or canvas; the one
   *     before then stays
   */
  public void show(Candidate candidate) {
    List<PlacedSprite> shown = sprites.placed(candidate);
    Arrays.fill(to, drawn.y(), drawn.bottom(), 0);
    drawn = PlacedSprite.changed(shown, size.bounds());
    Arrays.fill(from, drawn.y(), drawn.bottom(), size.width());
    shown.forEach(placed -> placed.reach(size, from, to));
    if (shown.size() == 1) {
      draw(shown.get(0));
    } else {
      copyBackground();
      shown.forEach(placed -> placed.put(argb, drawn));
    }
    kept.clear();
    sprites.keep(candidate, drawn, kept);
  }

  private void draw(PlacedSprite only) {
    int blends = only.sprite().blends();
    if (scratch.length < blends) {
      scratch = new int[blends];
    }
    only.draw(background, argb, drawn, scratch);
  }

  private void copyBackground() {
    for (int y = drawn.y(); y < drawn.bottom(); y++) {
      if (from[y] < to[y]) {
        Box pixels = new Box(from[y], y, to[y] - from[y], 1);
        background.copyRegion(pixels, argb, place(from[y], y), drawn.width());
      }
    }
  }

  private int place(int x, int y) {
    return (y - drawn.y()) * drawn.width() + x - drawn.x();
  }

  /** {@return the width and height of the canvas} */
  public Size size() {
    return size;
  }

  /**
   * {@return one pixel of the shown picture, as the opaque colour {@code 0xFFRRGGBB}}
   *
   * @param x the column, from 0
   * @param y the row, from 0
   */
  public int argb(int x, int y) {
    Objects.checkIndex(x, size.width());
    Objects.checkIndex(y, size.height());
    return x >= from[y] && x < to[y] ? argb[place(x, y)] : background.argb(x, y);
  }

  /**
   * Copies a region of the shown picture.
   *
   * @param region the region, wholly inside the canvas
   * @param target the array to write to
   * @param offset where the region's first pixel goes
   * @param stride the distance between rows in the target
   * @throws IndexOutOfBoundsException when the region extends beyond the canvas or the target is
   *     too short
   */
  public void copyRegion(Box region, int[] target, int offset, int stride) {
    if (!size.bounds().contains(region)) {
      throw new IndexOutOfBoundsException(region + " leaves a canvas of " + size);
    }
    background.copyRegion(region, target, offset, stride);
    for (int y = region.y(); y < region.bottom(); y++) {
      int left = Math.max(from[y], region.x());
      int right = Math.min(to[y], region.right());
      if (left < right) {
        int row = offset + (y - region.y()) * stride - region.x();
        System.arraycopy(argb, place(left, y), target, row + left, right - left);
      }
    }
  }

  /**
   * Tells whether a pixel belongs to a product of the candidate that is shown.
   *
   * @param x the column, from 0
   * @param y the row, from 0
   * @return true for KEEP
   */
  public boolean keeps(int x, int y) {
    Objects.checkIndex(x, size.width());
    Objects.checkIndex(y, size.height());
    return x >= from[y] && x < to[y] && kept.get(place(x, y));
  }

  /** {@return a copy of the shown picture} It costs the memory of a canvas. */
  public RasterImage image() {
    int[] all = new int[argb.length];
    copyRegion(size.bounds(), all, 0, size.width());
    return RasterImage.adopt(size, all);
  }

  /** {@return a copy of the mask of the shown candidate} */
  public Mask mask() {
    BitSet all = new BitSet(argb.length);
    int width = drawn.width();
    for (int bit = kept.nextSetBit(0); bit >= 0; ) {
      int end = Math.min(kept.nextClearBit(bit), (bit / width + 1) * width);
      int place = (drawn.y() + bit / width) * size.width() + drawn.x() + bit % width;
      all.set(place, place + end - bit);
      bit = kept.nextSetBit(end);
    }
    return Mask.of(size, all);
  }
}
