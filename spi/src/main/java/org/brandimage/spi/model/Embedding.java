package org.brandimage.spi.model;

import java.util.Arrays;

/** A vector of length 1 that stands for a text or a picture. Immutable. */
public final class Embedding {
  private final float[] unit;

  private Embedding(float[] unit) {
    this.unit = unit;
  }

  /**
   * {@return the embedding in the direction of a vector}
   *
   * @param vector any finite vector except the zero vector; it is copied and scaled to length 1
   * @throws IllegalArgumentException when the vector is empty, zero or not finite
   */
  public static Embedding of(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    double length = Math.sqrt(square);
    if (!(length > 0) || !Double.isFinite(length)) {
      throw new IllegalArgumentException(
          "embedding must be finite and not zero, its length is " + length);
    }
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return new Embedding(unit);
  }

  /** {@return the number of values, at least 1} */
  public int dimension() {
    return unit.length;
  }

  /**
   * {@return the cosine of the angle between two embeddings, from -1 to 1 up to rounding}
   *
   * @param other an embedding of the same dimension
   * @throws IllegalArgumentException when the dimensions differ
   */
  public double cosine(Embedding other) {
    if (other.unit.length != unit.length) {
      throw new IllegalArgumentException(
          "embeddings differ in dimension: " + unit.length + " and " + other.unit.length);
    }
    double sum = 0;
    for (int i = 0; i < unit.length; i++) {
      sum += (double) unit[i] * other.unit[i];
    }
    return sum;
  }

  /** {@return the values, in a new array} */
  public float[] toArray() {
    return unit.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding that && Arrays.equals(unit, that.unit);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(unit);
  }

  @Override
  public String toString() {
    return "Embedding[" + unit.length + "]";
  }
}
