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
 * before and draws only what the new one changes. So a candidate costs neither a canvas of memory
 * nor a copy of the background, whatever the size of both. Not thread-safe; one for each thread.
 */
public final class ScratchCanvas {
  private final Compositor compositor;
  private final RasterImage background;
  private final Size size;
  private final int[] argb;
  private final BitSet kept;
  private List<PlacedImprint> shown = List.of();

  ScratchCanvas(Compositor compositor, RasterImage background) {
    this.compositor = compositor;
    this.background = background;
    this.size = background.size();
    this.argb = background.toArgb();
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
    for (PlacedImprint placed : shown) {
      placed.imprint().undo(argb, background, placed.left(), placed.top());
      forget(placed.region());
    }
    shown = next;
    for (PlacedImprint placed : shown) {
      placed.put(argb, size.bounds());
    }
    compositor.keep(candidate, size.bounds(), kept);
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
    return argb[y * size.width() + x];
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
    for (int y = 0; y < region.height(); y++) {
      int from = (region.y() + y) * size.width() + region.x();
      System.arraycopy(argb, from, target, offset + y * stride, region.width());
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
