package org.brandimage.spi.image;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable picture as pixels: 8-bit sRGB with straight (not premultiplied) alpha, packed as
 * {@code 0xAARRGGBB}, row by row from the top. It uses four bytes of heap per pixel. Safe to share
 * between threads.
 *
 * <p>To read many pixels, use {@link #copyRegion}, which makes one {@code arraycopy} per row, with
 * an array that you reuse.
 */
public final class RasterImage {
  private static final int[] CLEAR = new int[512];

  private final Size size;
  private final int[] argb;
  // 0 while it was not computed, 1 for an opaque picture, -1 for any other.
  private int opacity;
  // Null while it was not computed.
  private @Nullable Visible visible;

  /** The box around the visible pixels, or null when there is none. */
  private record Visible(@Nullable Box box) {}

  private RasterImage(Size size, int[] argb) {
    this.size = size;
    this.argb = argb;
  }

  /**
   * {@return a picture that holds a copy of the given pixels}
   *
   * @param size width and height
   * @param argb the pixels as {@code 0xAARRGGBB}, row by row from the top, exactly width times
   *     height of them
   * @throws IllegalArgumentException when the number of pixels does not fit the size
   */
  public static RasterImage of(Size size, int[] argb) {
    return adopt(size, argb.clone());
  }

  /**
   * {@return a picture that holds the given array itself, without a copy} The caller must not
   * change the array afterwards.
   *
   * @param size width and height
   * @param argb the pixels as {@code 0xAARRGGBB}, row by row from the top, exactly width times
   *     height of them
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
   * {@return a picture of one colour}
   *
   * @param size width and height; at most 2,147,483,647 pixels
   * @param argb the colour as {@code 0xAARRGGBB}
   * @throws ArithmeticException when the size has more pixels
   */
  public static RasterImage filled(Size size, int argb) {
    int[] pixels = new int[Math.toIntExact(size.pixels())];
    Arrays.fill(pixels, argb);
    return new RasterImage(size, pixels);
  }

  /** {@return the width and height} */
  public Size size() {
    return size;
  }

  /** {@return the width in pixels, at least 1} */
  public int width() {
    return size.width();
  }

  /** {@return the height in pixels, at least 1} */
  public int height() {
    return size.height();
  }

  /**
   * {@return the colour of one pixel, as {@code 0xAARRGGBB}}
   *
   * @param x the column, from 0
   * @param y the row, from 0
   * @throws IndexOutOfBoundsException when the position is outside the picture
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
   * @param offset the index in the target of the region's first pixel
   * @param stride the distance between the starts of two rows in the target
   * @throws IndexOutOfBoundsException when the region extends beyond the picture, or a row would be
   *     written outside the target
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
   * @param target the array to write to from index 0, at least as long as the picture is wide
   * @throws IndexOutOfBoundsException when the row is outside the picture or the target is too
   *     short
   */
  public void copyRow(int y, int[] target) {
    Objects.checkIndex(y, size.height());
    System.arraycopy(argb, y * size.width(), target, 0, size.width());
  }

  /** {@return all pixels as {@code 0xAARRGGBB}, row by row from the top, in a new array} */
  public int[] toArgb() {
    return argb.clone();
  }

  /**
   * {@return whether every pixel is opaque: true when no alpha is below 255} The first call costs
   * one pass over the pixels.
   */
  public boolean opaque() {
    // Racing threads compute the same value.
    int known = opacity;
    if (known == 0) {
      known = allOpaque() ? 1 : -1;
      opacity = known;
    }
    return known > 0;
  }

  /**
   * Returns this picture drawn over an opaque colour. The blend is linear in sRGB values, as in
   * image viewers, and rounded to the nearest level; a pixel of alpha 0 becomes the colour.
   *
   * @param ground the colour as {@code 0xRRGGBB}; the top eight bits are ignored
   * @return an opaque picture of the same size; this picture itself when it is already opaque
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
   * {@return the smallest box around the pixels that are not fully transparent, or empty when there
   * are none} The first call costs one pass over the transparent pixels around the box, which is
   * almost nothing for an opaque picture.
   */
  public Optional<Box> visibleBounds() {
    // Racing threads compute the same value.
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
