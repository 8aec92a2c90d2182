package org.brandimage.local.model;

import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The values a model takes or gives: 32-bit floats or 64-bit integers in row-major order, and their
 * shape, whose first dimension is the batch. The arrays are not copied on the way in, so that a
 * batch of pictures exists once: do not touch them afterwards. Safe to share between threads then.
 */
public final class Tensor {
  private final long[] shape;
  private final float @Nullable [] floats;
  private final long @Nullable [] longs;

  private Tensor(long[] shape, float @Nullable [] floats, long @Nullable [] longs, int length) {
    this.shape = shape.clone();
    this.floats = floats;
    this.longs = longs;
    long size = LongStream.of(shape).reduce(1, Math::multiplyExact);
    if (shape.length == 0 || LongStream.of(shape).anyMatch(side -> side < 0) || size != length) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(shape) + " does not hold " + length + " values");
    }
  }

  /**
   * Returns a tensor of floats.
   *
   * @param values the values, not copied
   * @param shape the shape, batch first; its product is the number of values
   * @return the tensor
   * @throws IllegalArgumentException when shape and number of values differ
   */
  public static Tensor ofFloats(float[] values, long... shape) {
    return new Tensor(shape, values, null, values.length);
  }

  /**
   * Returns a tensor of integers, such as token ids.
   *
   * @param values the values, not copied
   * @param shape the shape, batch first; its product is the number of values
   * @return the tensor
   * @throws IllegalArgumentException when shape and number of values differ
   */
  public static Tensor ofLongs(long[] values, long... shape) {
    return new Tensor(shape, null, values, values.length);
  }

  /**
   * Returns the shape.
   *
   * @return a copy, batch first
   */
  public long[] shape() {
    return shape.clone();
  }

  /**
   * Returns the number of items in the batch.
   *
   * @return the first dimension
   */
  public int batch() {
    return Math.toIntExact(shape[0]);
  }

  /**
   * Returns the values.
   *
   * @return the array itself, not a copy
   * @throws IllegalStateException when the values are integers
   */
  public float[] floats() {
    if (floats == null) {
      throw new IllegalStateException("tensor holds integers: " + this);
    }
    return floats;
  }

  /**
   * Returns the values.
   *
   * @return the array itself, not a copy
   * @throws IllegalStateException when the values are floats
   */
  public long[] longs() {
    if (longs == null) {
      throw new IllegalStateException("tensor holds floats: " + this);
    }
    return longs;
  }

  /**
   * Returns the values of one item of the batch.
   *
   * @param index from 0
   * @return a fresh array
   * @throws IndexOutOfBoundsException when there is no such item
   * @throws IllegalStateException when the values are integers
   */
  public float[] row(int index) {
    java.util.Objects.checkIndex(index, batch());
    int length = floats().length / batch();
    return Arrays.copyOfRange(floats(), index * length, (index + 1) * length);
  }

  /** Returns a part of the batch as a tensor of batch 1, sharing no array. */
  Tensor item(int index) {
    long[] one = shape.clone();
    one[0] = 1;
    if (floats != null) {
      return ofFloats(row(index), one);
    }
    int length = longs().length / batch();
    return ofLongs(Arrays.copyOfRange(longs(), index * length, (index + 1) * length), one);
  }

  /** {@return whether the numbers are floats, not 64-bit integers} */
  public boolean holdsFloats() {
    return floats != null;
  }

  Buffer buffer() {
    return floats != null ? FloatBuffer.wrap(floats) : LongBuffer.wrap(longs());
  }

  @Override
  public String toString() {
    return (floats != null ? "float32" : "int64") + Arrays.toString(shape);
  }
}
