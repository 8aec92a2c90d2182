package org.brandimage.imaging.compose;

import java.util.BitSet;
import java.util.Optional;
import org.brandimage.imaging.raster.Blend;
import org.brandimage.imaging.raster.VisiblePart;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * A product rendered at its size and rotation on the canvas, to be drawn at any position. Opaque
 * runs of its rows are copied and only translucent ones blended; little more than the visible
 * pixels is held. Immutable and thread-safe.
 */
public final class Sprite {
  private final Size size;
  private final Box area;
  private final int[] argb;
  private final SpriteRuns runs;

  private Sprite(VisiblePart part) {
    this.size = part.size();
    this.area = part.area();
    this.argb = part.argb();
    this.runs = new SpriteRuns(argb, part.spans());
  }

  /**
   * {@return a sprite of the given pixels} It costs one pass over them and a copy.
   *
   * @param image the product, resized and rotated
   */
  public static Sprite of(RasterImage image) {
    return of(VisiblePart.of(image));
  }

  /** Returns a sprite that takes over the pixels. Costs one pass over them. */
  static Sprite of(VisiblePart part) {
    return new Sprite(part);
  }

  /** {@return the width and height of the rotated rectangle} */
  public Size size() {
    return size;
  }

  /**
   * Returns the pixels. Costs one copy.
   *
   * @return the product, resized and rotated
   */
  public RasterImage image() {
    return RasterImage.adopt(size, pixels(size.bounds()));
  }

  /**
   * Returns the smallest box around the pixels that are not fully transparent.
   *
   * @return the box within the sprite, or empty when nothing is visible
   */
  public Optional<Box> bounds() {
    return runs.bounds().map(box -> box.translated(area.x(), area.y()));
  }

  /** Returns a copy of the pixels in a box of the sprite, by rows. */
  int[] pixels(Box box) {
    int[] copy = new int[Math.toIntExact(box.size().pixels())];
    int end = Math.min(area.bottom(), box.bottom()) - area.y();
    for (int y = Math.max(0, box.y() - area.y()); y < end; y++) {
      int target = (area.y() + y - box.y()) * box.width() + area.x() - box.x();
      int from = Math.max(runs.spans().from()[y], box.x() - area.x());
      int to = Math.min(runs.spans().to()[y], box.right() - area.x());
      if (from < to) {
        System.arraycopy(argb, runs.offset(y) + from, copy, target + from, to - from);
      }
    }
    return copy;
  }

  /** Returns the part of the sprite that {@link #argb()} and {@link #runs()} are of. */
  Box area() {
    return area;
  }

  /** Returns the pixels; {@link SpriteRuns#offset} tells where. Not to be written to. */
  int[] argb() {
    return argb;
  }

  /** Returns the visible runs of the rows of the area. */
  SpriteRuns runs() {
    return runs;
  }

  /** Returns how many pixels of memory this holds. */
  long pixels() {
    return argb.length;
  }

  /** Puts the sprite over a canvas; what leaves the canvas is cut off. */
  void putOver(int[] canvas, Size bounds, int left, int top) {
    int column = left + area.x();
    int end = Math.min(area.height(), bounds.height() - top - area.y());
    for (int y = Math.max(0, -top - area.y()); y < end; y++) {
      int source = runs.offset(y);
      int target = (top + area.y() + y) * bounds.width() + column;
      for (int run = runs.first(y); run < runs.first(y + 1); run++) {
        int from = Math.max(runs.start(run), -column);
        int to = Math.min(runs.end(run), bounds.width() - column);
        if (runs.opaque(run) && from < to) {
          System.arraycopy(argb, source + from, canvas, target + from, to - from);
        } else {
          for (int x = from; x < to; x++) {
            canvas[target + x] = Blend.over(argb[source + x], canvas[target + x]);
          }
        }
      }
    }
  }

  /** Sets the bits of the pixels on a canvas that belong to the product. */
  void keep(BitSet kept, Size bounds, int left, int top) {
    int column = left + area.x();
    int end = Math.min(area.height(), bounds.height() - top - area.y());
    for (int y = Math.max(0, -top - area.y()); y < end; y++) {
      int target = (top + area.y() + y) * bounds.width() + column;
      for (int run = runs.firstKept(y); run < runs.firstKept(y + 1); run++) {
        int from = Math.max(runs.keptStart(run), -column);
        int to = Math.min(runs.keptEnd(run), bounds.width() - column);
        if (from < to) {
          kept.set(target + from, target + to);
        }
      }
    }
  }

  @Override
  public String toString() {
    return "Sprite[" + size + "]";
  }
}
