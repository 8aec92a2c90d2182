package org.brandimage.imaging;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;

/**
 * One canvas that shows the candidates of a grid one after another: showing the next undoes the one
 * before where the next does not cover it anyway, and draws only what the new one changes. So a
 * candidate costs neither a canvas of memory nor a copy of the background, whatever the size of
 * both; rows that no candidate reached are never copied. Not thread-safe; one for each thread.
 */
public final class ScratchCanvas {
  private final Compositor compositor;
  private final RasterImage background;
  private final Size size;
  private final int[] argb;
  private final BitSet kept;
  private List<PlacedImprint> shown = List.of();
  // The rows that something was drawn in; the background shows in all others, not copied yet.
  private int top;
  private int bottom;

  ScratchCanvas(Compositor compositor, RasterImage background, int[] argb) {
    this.compositor = compositor;
    this.background = background;
    this.size = background.size();
    this.argb = argb;
    this.kept = new BitSet(argb.length);
  }

  /**
   * Shows a candidate in the place of the one before.
   *
   * @param candidate a candidate of the compositor's scene and canvas
   * @throws IllegalArgumentException when the candidate is of another scene or canvas; what was
   *     shown stays
   */
  public void show(Candidate candidate) {
    List<PlacedImprint> next = compositor.imprints(candidate);
    for (int i = 0; i < shown.size(); i++) {
      shown.get(i).undo(argb, background, i < next.size() ? next.get(i) : null);
      forget(shown.get(i).region());
    }
    shown = next;
    for (PlacedImprint placed : shown) {
      placed.region().intersect(size.bounds()).ifPresent(box -> fill(box.y(), box.bottom()));
      placed.put(argb, size.bounds());
    }
    compositor.keep(candidate, size.bounds(), kept);
  }

  /** Sees to it that the given rows and all between them and those drawn in are there. */
  private void fill(int from, int to) {
    if (top == bottom) {
      top = from;
      bottom = from;
    }
    copyBackground(from, top);
    copyBackground(bottom, to);
    top = Math.min(top, from);
    bottom = Math.max(bottom, to);
  }

  private void copyBackground(int from, int to) {
    if (from < to) {
      Box rows = new Box(0, from, size.width(), to - from);
      background.copyRegion(rows, argb, from * size.width(), size.width());
    }
  }

  private void forget(Box region) {
    Box seen = region.intersect(size.bounds()).orElse(null);
    if (seen != null) {
      for (int y = seen.y(); y < seen.bottom(); y++) {
        int row = y * size.width();
        kept.clear(row + seen.x(), row + seen.right());
      }
    }
  }

  /**
   * Returns the width and height.
   *
   * @return the canvas' size
   */
  public Size size() {
    return size;
  }

  /**
   * Returns one pixel of what is shown.
   *
   * @param x the column, from 0
   * @param y the row, from 0
   * @return the opaque colour as {@code 0xFFRRGGBB}
   */
  public int argb(int x, int y) {
    Objects.checkIndex(x, size.width());
    Objects.checkIndex(y, size.height());
    return y >= top && y < bottom ? argb[y * size.width() + x] : background.argb(x, y);
  }

  /**
   * Copies a region of what is shown.
   *
   * @param region the region, wholly inside the canvas
   * @param target where to
   * @param offset where the region's first pixel goes
   * @param stride the distance between rows in the target
   * @throws IndexOutOfBoundsException when the region leaves the canvas or the target is too short
   */
  public void copyRegion(Box region, int[] target, int offset, int stride) {
    if (!size.bounds().contains(region)) {
      throw new IndexOutOfBoundsException(region + " leaves a canvas of " + size);
    }
    background.copyRegion(region, target, offset, stride);
    for (int y = Math.max(top, region.y()); y < Math.min(bottom, region.bottom()); y++) {
      int from = y * size.width() + region.x();
      System.arraycopy(argb, from, target, offset + (y - region.y()) * stride, region.width());
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
    return kept.get(y * size.width() + x);
  }

  /**
   * Returns a picture of what is shown. Costs a canvas.
   *
   * @return a copy
   */
  public RasterImage image() {
    fill(0, size.height());
    return RasterImage.of(size, argb);
  }

  /**
   * Returns the mask of what is shown.
   *
   * @return a copy
   */
  public Mask mask() {
    return Mask.of(size, kept);
  }
}
