package org.brandimage.spi.scene;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.brandimage.spi.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * What a person has said of a background photo, such as in the file beside it. Every part may be
 * missing. Lengths are shares of the upright photo, x to the right and y down. Immutable.
 */
public final class SceneFacts {
  /** Nothing said. */
  public static final SceneFacts NONE = builder().build();

  private final List<List<Point>> ground;
  private final @Nullable Double horizon;
  private final @Nullable Double widthCm;
  private final @Nullable String light;
  private final @Nullable Boolean usable;

  /**
   * A place in the photo.
   *
   * @param x share of the width, from 0 to 1
   * @param y share of the height, from 0 to 1
   */
  public record Point(double x, double y) {
    /**
     * Checks the values.
     *
     * @throws InvalidInputException when one is outside 0 to 1
     */
    public Point {
      if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
        throw new InvalidInputException("ground", x + "," + y, "give shares from 0 to 1");
      }
    }
  }

  private SceneFacts(Builder builder) {
    this.ground = builder.ground;
    this.horizon = builder.horizon;
    this.widthCm = builder.widthCm;
    this.light = builder.light;
    this.usable = builder.usable;
  }

  /** {@return a builder that says nothing} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the free ground as polygons of at least three points; empty when nothing was said} */
  public List<List<Point>> ground() {
    return ground;
  }

  /** {@return the horizon as a share of the height, which may lie outside the photo} */
  public OptionalDouble horizon() {
    return horizon == null ? OptionalDouble.empty() : OptionalDouble.of(horizon);
  }

  /**
   * Returns the real width that the photo shows.
   *
   * @return centimetres across the whole width, at the middle row of the ground
   */
  public OptionalDouble widthCm() {
    return widthCm == null ? OptionalDouble.empty() : OptionalDouble.of(widthCm);
  }

  /** {@return the side or kind of the light: left, right, front, back or diffuse} */
  public Optional<String> light() {
    return Optional.ofNullable(light);
  }

  /** {@return whether anything can stand in the photo} */
  public Optional<Boolean> usable() {
    return Optional.ofNullable(usable);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SceneFacts that
        && ground.equals(that.ground)
        && Objects.equals(horizon, that.horizon)
        && Objects.equals(widthCm, that.widthCm)
        && Objects.equals(light, that.light)
        && Objects.equals(usable, that.usable);
  }

  @Override
  public int hashCode() {
    return Objects.hash(ground, horizon, widthCm, light, usable);
  }

  @Override
  public String toString() {
    return "SceneFacts["
        + "ground "
        + ground
        + ", horizon "
        + horizon
        + ", "
        + widthCm
        + " cm, light "
        + light
        + ", usable "
        + usable
        + "]";
  }

  /** Builds {@link SceneFacts}. Not thread-safe. */
  public static final class Builder {
    private List<List<Point>> ground = List.of();
    private @Nullable Double horizon;
    private @Nullable Double widthCm;
    private @Nullable String light;
    private @Nullable Boolean usable;

    private Builder() {}

    /**
     * Sets the free ground.
     *
     * @param polygons each of at least three points
     * @return this
     * @throws InvalidInputException when one has fewer points
     */
    public Builder ground(List<List<Point>> polygons) {
      for (List<Point> polygon : polygons) {
        if (polygon.size() < 3) {
          throw new InvalidInputException(
              "ground", polygon, "give polygons of three points or more");
        }
      }
      this.ground = polygons.stream().map(List::copyOf).toList();
      return this;
    }

    /**
     * Sets the horizon.
     *
     * @param share of the height from the top, from -5 to 5
     * @return this
     * @throws InvalidInputException when it is outside -5 to 5
     */
    public Builder horizon(double share) {
      if (!(share >= -5 && share <= 5)) {
        throw new InvalidInputException(
            "horizon", share, "give a share of the height from -5 to 5");
      }
      this.horizon = share;
      return this;
    }

    /**
     * Sets the real width that the photo shows.
     *
     * @param centimetres from 1 to 100,000
     * @return this
     * @throws InvalidInputException when it is outside that range
     */
    public Builder widthCm(double centimetres) {
      if (!(centimetres >= 1 && centimetres <= 100_000)) {
        throw new InvalidInputException(
            "widthCm", centimetres, "give centimetres from 1 to 100000");
      }
      this.widthCm = centimetres;
      return this;
    }

    /**
     * Sets the side or kind of the light.
     *
     * @param light left, right, front, back or diffuse
     * @return this
     * @throws InvalidInputException when it is none of these
     */
    public Builder light(String light) {
      if (!List.of("left", "right", "front", "back", "diffuse").contains(light)) {
        throw new InvalidInputException("light", light, "give left, right, front, back or diffuse");
      }
      this.light = light;
      return this;
    }

    /**
     * Sets whether anything can stand in the photo.
     *
     * @param usable whether it can
     * @return this
     */
    public Builder usable(boolean usable) {
      this.usable = usable;
      return this;
    }

    /** {@return the facts} */
    public SceneFacts build() {
      return new SceneFacts(this);
    }
  }
}
