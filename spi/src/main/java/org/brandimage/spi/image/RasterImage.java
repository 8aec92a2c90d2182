package org.brandimage.spi.image;

import java.util.Objects;

/**
 * An immutable picture as pixels: 8-bit sRGB with straight (not premultiplied) alpha, packed as
 * {@code 0xAARRGGBB}, rows from the top. Four bytes a pixel on the heap. Safe to share between
 * threads.
 *
 * <p>Read whole rows or regions with {@link #copyRegion}: it is one {@code arraycopy} a row, and a
 * reused row buffer costs no memory.
 */
public final class RasterImage {
  private final Size size;
  private final int[] argb;

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
    java.util.Arrays.fill(pixels, argb);
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
   * Tells whether every pixel is opaque. Costs one pass over the pixels.
   *
   * @return true when no alpha is below 255
   */
  public boolean opaque() {
    int and = -1;
    for (int pixel : argb) {
      and &= pixel;
    }
    return and >>> 24 == 255;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RasterImage that
        && size.equals(that.size)
        && java.util.Arrays.equals(argb, that.argb);
  }

  @Override
  public int hashCode() {
    return 31 * size.hashCode() + java.util.Arrays.hashCode(argb);
  }

  @Override
  public String toString() {
    return "RasterImage[" + size + "]";
  }
}
