package org.brandimage.local.index;

import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** A query to a {@link VectorIndex}: a vector, a limit, a floor and a filter. Immutable. */
public final class NearestQuery {
  private static final double UNIT_TOLERANCE = 1e-3;

  private final float[] vector;
  private final int limit;
  private final double floor;
  private final @Nullable BitSet within;

  private NearestQuery(Builder builder) {
    this.vector = checked(builder.vector, builder.vector.length).clone();
    this.limit = builder.limit;
    this.floor = builder.floor;
    this.within = builder.within == null ? null : (BitSet) builder.within.clone();
  }

  /**
   * Starts a builder.
   *
   * @param vector a vector of length 1
   * @param limit the most rows wanted, at least 1
   * @return a builder with no floor and no filter
   */
  public static Builder builder(float[] vector, int limit) {
    return new Builder(vector, limit);
  }

  /**
   * Checks that a vector can stand in an index.
   *
   * @param vector the vector
   * @param dimension the length the index has
   * @return the vector
   * @throws InvalidInputException when it has another dimension, is not finite, or not of length 1
   */
  public static float[] checked(float[] vector, int dimension) {
    if (vector.length != dimension || dimension == 0) {
      throw new InvalidInputException(
          "vector", vector.length + " values", "give " + dimension + " values");
    }
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    if (!(Math.abs(Math.sqrt(square) - 1) <= UNIT_TOLERANCE)) {
      throw new InvalidInputException(
          "vector",
          "length " + Math.sqrt(square),
          "give finite values, not all zero, scaled to length 1");
    }
    return vector;
  }

  /**
   * Returns the vector.
   *
   * @return a fresh array
   */
  public float[] vector() {
    return vector.clone();
  }

  float[] shared() {
    return vector;
  }

  /**
   * Returns the most rows wanted.
   *
   * @return at least 1
   */
  public int limit() {
    return limit;
  }

  /**
   * Returns the cosine a row must reach.
   *
   * @return the cosine; minus infinity when any will do
   */
  public double floor() {
    return floor;
  }

  /**
   * Returns the rows to search.
   *
   * @return a copy of the rows, or empty for all
   */
  public Optional<BitSet> within() {
    return Optional.ofNullable(within).map(rows -> (BitSet) rows.clone());
  }

  /** Returns the rows that may be found: live ones of the filter. */
  BitSet eligible(BitSet live) {
    if (within == null) {
      return live;
    }
    BitSet both = (BitSet) within.clone();
    both.and(live);
    return both;
  }

  @Override
  public String toString() {
    return "NearestQuery[" + vector.length + " values, limit " + limit + "]";
  }

  /** Builds a {@link NearestQuery}. Not thread-safe. */
  public static final class Builder {
    private final float[] vector;
    private final int limit;
    private double floor = Double.NEGATIVE_INFINITY;
    private @Nullable BitSet within;

    private Builder(float[] vector, int limit) {
      this.vector = Objects.requireNonNull(vector, "vector");
      if (limit < 1) {
        throw new IllegalArgumentException("limit must be 1 or above: " + limit);
      }
      this.limit = limit;
    }

    /**
     * Sets the cosine a row must reach.
     *
     * @param floor any number; minus infinity by default
     * @return this
     */
    public Builder floor(double floor) {
      if (Double.isNaN(floor)) {
        throw new IllegalArgumentException("floor must be a number");
      }
      this.floor = floor;
      return this;
    }

    /**
     * Sets the rows to search.
     *
     * @param rows row numbers; all live rows by default
     * @return this
     */
    public Builder within(BitSet rows) {
      this.within = Objects.requireNonNull(rows, "rows");
      return this;
    }

    /**
     * Builds the query.
     *
     * @return the query
     * @throws InvalidInputException when the vector is not finite or not of length 1
     */
    public NearestQuery build() {
      return new NearestQuery(this);
    }
  }
}
