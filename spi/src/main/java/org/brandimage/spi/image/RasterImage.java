package org.brandimage.spi.image;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable picture as pixels: 8-bit sRGB with straight (not premultiplied) alpha, packed as
 * {@code 0xAARRGGBB}, rows from the top. Four bytes a pixel on the heap. Safe to share between
 * threads.
 *
 * <p>Read whole rows or regions with {@link #copyRegion}: it is one {@code arraycopy} a row, and a
 * reused row buffer costs no memory.
 */
public final class RasterImage {
  private static final int[] CLEAR = new int[512];

  private final Size size;
  private final int[] argb;
  // 0 when not known yet, 1 for opaque, -1 for not.
  private int opacity;
  // Null when not known yet.
  private @Nullable Visible visible;

  /** The box around the visible pixels, or null when there is none. */
  private record Visible(@Nullable Box box) {}

  private RasterImage(Size size, int[] argb) {
    this.size = size;
    this.argb = argb;
  }

  /**
   * Returns a picture of a copy of the given pixels.
   *
   * @param size width and height
   * @param argb the pixels by rows, exactly width times height of them
   * @return the picture
   * @throws IllegalArgumentException when the number of pixels does not fit the size
   */
  public static RasterImage of(Size size, int[] argb) {
    return adopt(size, argb.clone());
  }

  /**
   * Returns a picture that takes the given array over without copying it. The caller must not touch
   * the array afterwards.
   *
   * @param size width and height
   * @param argb the pixels by rows, exactly width times height of them
   * @return the picture
   * @throws IllegalArgumentException when the number of pixels does not fit the size
   */
  public static RasterImage adopt(Size size, int[] argb) {
    Objects.requireNonNull(size, "size");
    if (argb.length != size.pixels()) {
      throw new IllegalArgumentException(
          "argb must hold " + size.pixels() + " pixels for " + size + ": " + argb.length);
    }
    return new RasterImage(size, argb);
  }

  /**
   * Returns a picture of one colour.
   *
   * @param size width and height
   * @param argb the colour as {@code 0xAARRGGBB}
   * @return the picture
   */
  public static RasterImage filled(Size size, int argb) {
    int[] pixels = new int[Math.toIntExact(size.pixels())];
    Arrays.fill(pixels, argb);
    return new RasterImage(size, pixels);
  }

  /**
   * Returns the width and height.
   *
   * @return the size
   */
  public Size size() {
    return size;
  }

  /**
   * Returns the width.
   *
   * @return pixels, at least 1
   */
  public int width() {
    return size.width();
  }

  /**
   * Returns the height.
   *
   * @return pixels, at least 1
   */
  public int height() {
    return size.height();
  }

  /**
   * Returns one pixel.
   *
   * @param x the column, from 0
   * @param y the row, from 0
   * @return the colour as {@code 0xAARRGGBB}
   * @throws IndexOutOfBoundsException when the position is outside
   */
  public int argb(int x, int y) {
    Objects.checkIndex(x, size.width());
    Objects.checkIndex(y, size.height());
    return argb[y * size.width() + x];
  }

  /**
   * Copies a region into an array.
   *
   * @param region the region, wholly inside the picture
   * @param target the array to write to
   * @param offset where the region's first pixel goes
   * @param stride the distance between rows in the target
   * @throws IndexOutOfBoundsException when the region leaves the picture or the target is too short
   */
  public void copyRegion(Box region, int[] target, int offset, int stride) {
    if (!size.bounds().contains(region)) {
      throw new IndexOutOfBoundsException(region + " leaves a picture of " + size);
    }
    for (int row = 0; row < region.height(); row++) {
      int from = (region.y() + row) * size.width() + region.x();
      System.arraycopy(argb, from, target, offset + row * stride, region.width());
    }
  }

  /**
   * Copies one row into an array.
   *
   * @param y the row, from 0
   * @param target at least as long as the picture is wide
   */
  public void copyRow(int y, int[] target) {
    Objects.checkIndex(y, size.height());
    System.arraycopy(argb, y * size.width(), target, 0, size.width());
  }

  /**
   * Returns all pixels.
   *
   * @return a fresh array, by rows
   */
  public int[] toArgb() {
    return argb.clone();
  }

  /**
   * Tells whether every pixel is opaque. Costs one pass over the pixels the first time.
   *
   * @return true when no alpha is below 255
   */
  public boolean opaque() {
    // Threads that race find the same.
    int known = opacity;
    if (known == 0) {
      known = allOpaque() ? 1 : -1;
      opacity = known;
    }
    return known > 0;
  }

  /**
   * Returns this picture laid over an opaque colour, on sRGB levels as image viewers do it. Colours
   * under an alpha of 0 leave no trace.
   *
   * @param ground the colour as {@code 0xRRGGBB}; its alpha is ignored
   * @return an opaque picture; this one when it is opaque
   */
  public RasterImage over(int ground) {
    if (opaque()) {
      return this;
    }
    int[] over = new int[argb.length];
    for (int i = 0; i < over.length; i++) {
      int alpha = argb[i] >>> 24;
      over[i] =
          0xFF000000
              | mixed(argb[i] >> 16, ground >> 16, alpha) << 16
              | mixed(argb[i] >> 8, ground >> 8, alpha) << 8
              | mixed(argb[i], ground, alpha);
    }
    return adopt(size, over);
  }

  private static int mixed(int front, int back, int alpha) {
    return ((front & 255) * alpha + (back & 255) * (255 - alpha) + 127) / 255;
  }

  private boolean allOpaque() {
    int and = -1;
    for (int pixel : argb) {
      and &= pixel;
    }
    return and >>> 24 == 255;
  }

  /**
   * Returns the smallest box around the pixels that are not fully transparent. Costs one pass over
   * the transparent pixels around it the first time: almost nothing for an opaque picture.
   *
   * @return the box, or empty when nothing is visible
   */
  public Optional<Box> visibleBounds() {
    // Threads that race find the same.
    Visible known = visible;
    if (known == null) {
      known = new Visible(findVisible());
      visible = known;
    }
    return Optional.ofNullable(known.box());
  }

  private @Nullable Box findVisible() {
    int width = size.width();
    int top = firstVisible(0, argb.length) / width;
    if (top == size.height()) {
      return null;
    }
    int bottom = (afterVisible(0, argb.length) - 1) / width + 1;
    int left = width;
    int right = 0;
    for (int y = top; y < bottom; y++) {
      int row = y * width;
      left = firstVisible(row, row + left) - row;
      right = afterVisible(row + right, row + width) - row;
    }
    return new Box(left, top, right - left, bottom - top);
  }

  /** Returns the place of the first visible pixel of a range, or its end. */
  private int firstVisible(int from, int to) {
    int i = from;
    while (i < to) {
      int count = Math.min(CLEAR.length, to - i);
      int clear = Arrays.mismatch(argb, i, i + count, CLEAR, 0, count);
      i += clear < 0 ? count : clear;
      // A clear pixel may have a colour.
      while (i < to && argb[i] != 0) {
        if (argb[i] >>> 24 != 0) {
          return i;
        }
        i++;
      }
    }
    return to;
  }

  /** Returns the place after the last visible pixel of a range, or its start. */
  private int afterVisible(int from, int to) {
    int visible = firstVisible(from, to);
    if (visible == to) {
      return from;
    }
    int i = to;
    while (argb[i - 1] >>> 24 == 0) {
      i--;
    }
    return i;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RasterImage that
        && size.equals(that.size)
        && Arrays.equals(argb, that.argb);
  }

  @Override
  public int hashCode() {
    return 31 * size.hashCode() + Arrays.hashCode(argb);
  }

  @Override
  public String toString() {
    return "RasterImage[" + size + "]";
  }
}
