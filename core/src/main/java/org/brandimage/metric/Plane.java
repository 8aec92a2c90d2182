package org.brandimage.metric;

import java.util.Objects;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.RasterImage;
import org.brandimage.spi.image.Size;

/**
 * An immutable single-channel picture of 32-bit floats, row by row from the top. Most metrics use
 * the range 0 to 255, like the 8-bit channels that a plane is made from. It uses four bytes per
 * pixel. Safe to share between threads.
 */
public final class Plane {
  private final Size size;
  private final float[] values;

  private Plane(Size size, float[] values) {
    this.size = size;
    this.values = values;
  }

  /**
   * {@return a plane that holds a copy of the given values}
   *
   * @param size width and height
   * @param values row by row from the top, exactly width times height of them
   * @throws IllegalArgumentException when the number of values does not fit the size
   */
  public static Plane of(Size size, float[] values) {
    return adopt(size, values.clone());
  }

  /**
   * {@return the plane that is 1 where a mask keeps and 0 elsewhere: the weights of a masked
   * metric}
   *
   * @param mask the mask
   */
  public static Plane weights(Mask mask) {
    return weights(mask, mask.size().bounds());
  }

  /**
   * Returns the weights of a region of a mask.
   *
   * @param mask the mask
   * @param region wholly inside the mask
   * @return 1 where the mask keeps and 0 elsewhere
   * @throws IndexOutOfBoundsException when the region leaves the mask
   */
  public static Plane weights(Mask mask, Box region) {
    if (!mask.size().bounds().contains(region)) {
      throw new IndexOutOfBoundsException(region + " leaves a mask of " + mask.size());
    }
    java.util.BitSet kept = mask.toBits();
    float[] weights = new float[Math.toIntExact(region.size().pixels())];
    for (int row = 0; row < region.height(); row++) {
      int start = (region.y() + row) * mask.size().width() + region.x();
      int end = start + region.width();
      int bit = kept.nextSetBit(start);
      while (bit >= 0 && bit < end) {
        int clear = Math.min(end, kept.nextClearBit(bit));
        int at = row * region.width() + bit - start;
        java.util.Arrays.fill(weights, at, at + clear - bit, 1f);
        bit = kept.nextSetBit(clear);
      }
    }
    return new Plane(region.size(), weights);
  }

  /** The alpha of a picture, 0 to 1. */
  static Plane alpha(RasterImage picture) {
    int width = picture.width();
    int[] row = new int[width];
    float[] alpha = new float[Math.toIntExact(picture.size().pixels())];
    for (int y = 0; y < picture.height(); y++) {
      picture.copyRow(y, row);
      for (int x = 0; x < width; x++) {
        alpha[y * width + x] = (row[x] >>> 24) / 255f;
      }
    }
    return new Plane(picture.size(), alpha);
  }

  /** Takes the array over without copying it; the caller must not touch it afterwards. */
  static Plane adopt(Size size, float[] values) {
    Objects.requireNonNull(size, "size");
    if (values.length != size.pixels()) {
      throw new IllegalArgumentException(
          "values must hold " + size.pixels() + " for " + size + ": " + values.length);
    }
    return new Plane(size, values);
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
   * {@return the value of one pixel}
   *
   * @param x the column, from 0
   * @param y the row, from 0
   * @throws IndexOutOfBoundsException when the position is outside
   */
  public float at(int x, int y) {
    Objects.checkIndex(x, size.width());
    Objects.checkIndex(y, size.height());
    return values[y * size.width() + x];
  }

  /** {@return all values, row by row from the top, in a new array} */
  public float[] toArray() {
    return values.clone();
  }

  /**
   * Returns the plane at half the size: means of 2x2 blocks. An odd last column or row is averaged
   * with its mirror image, itself, so the new side is the old one halved and rounded up. This is
   * the reduction of Wang's msssim.m.
   *
   * @return the halved plane
   */
  public Plane halved() {
    int width = (size.width() + 1) / 2;
    int height = (size.height() + 1) / 2;
    float[] half = new float[width * height];
    for (int y = 0; y < height; y++) {
      int upper = 2 * y * size.width();
      int lower = Math.min(2 * y + 1, size.height() - 1) * size.width();
      halve(upper, lower, half, y * width);
      if (width * 2 > size.width()) {
        int last = size.width() - 1;
        half[y * width + width - 1] = 0.5f * (values[upper + last] + values[lower + last]);
      }
    }
    return new Plane(new Size(width, height), half);
  }

  private void halve(int upper, int lower, float[] half, int offset) {
    int pairs = size.width() / 2;
    for (int x = 0; x < pairs; x++) {
      int at = 2 * x;
      half[offset + x] =
          0.25f
              * ((values[upper + at] + values[lower + at])
                  + (values[upper + at + 1] + values[lower + at + 1]));
    }
  }

  /**
   * {@return the plane reduced by area averaging until its longer side is at most a given length}
   * Aspect ratio is kept to the nearest pixel; a plane that is small enough is returned as it is.
   *
   * @param longestSide pixels, at least 1
   * @throws IllegalArgumentException when the length is below 1
   */
  public Plane reduced(int longestSide) {
    if (longestSide < 1) {
      throw new IllegalArgumentException("longestSide must be at least 1: " + longestSide);
    }
    int longer = Math.max(size.width(), size.height());
    if (longer <= longestSide) {
      return this;
    }
    double scale = (double) longestSide / longer;
    Size target =
        new Size(
            Math.max(1, (int) Math.round(size.width() * scale)),
            Math.max(1, (int) Math.round(size.height() * scale)));
    return AreaReduction.reduce(this, target);
  }

  /** The plane at another size: by area where it shrinks both ways, else between four pixels. */
  Plane resized(Size target) {
    if (target.equals(size)) {
      return this;
    }
    boolean smaller = target.width() <= size.width() && target.height() <= size.height();
    return smaller ? AreaReduction.reduce(this, target) : Interpolation.resize(this, target);
  }

  /** The values themselves, for this package's loops; never written to. */
  float[] values() {
    return values;
  }

  @Override
  public String toString() {
    return "Plane[" + size + "]";
  }
}
