package org.brandimage.spi.scene;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.result.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * What a background photo shows, as far as a product is to be put into it. Places are shares of the
 * upright photo, x to the right and y down. Immutable and thread-safe.
 */
public final class SceneMap {
  private final Size photo;
  private final ShareGrid ground;
  private final ShareGrid occupied;
  private final @Nullable Double horizon;
  private final @Nullable FrameWidth frameWidth;
  private final boolean usable;
  private final String reason;
  private final double confidence;
  private final double sharpness;
  private final @Nullable String light;
  private final @Nullable SceneTone tone;
  private final Map<String, String> sources;

  /**
   * The real width that the photo shows at one row.
   *
   * @param centimetres across the whole width of the photo, above 0
   * @param row the row, as a share of the height
   * @param error the factor by which such a figure is usually off, 1 when it is known
   */
  public record FrameWidth(double centimetres, double row, double error) {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException when the width is not a number above 0, the row not from 0
     *     to 1, or the error below 1
     */
    public FrameWidth {
      if (!(centimetres > 0 && centimetres < Double.POSITIVE_INFINITY && row >= 0 && row <= 1)) {
        throw new IllegalArgumentException(
            "frame width must be above 0 at a row from 0 to 1: " + centimetres + ", " + row);
      }
      if (!(error >= 1 && error < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("error must be a factor of 1 or more: " + error);
      }
    }

    /**
     * Creates a width that is known.
     *
     * @param centimetres across the whole width of the photo, above 0
     * @param row the row, as a share of the height
     * @throws IllegalArgumentException as for the three values
     */
    public FrameWidth(double centimetres, double row) {
      this(centimetres, row, 1);
    }
  }

  private SceneMap(Builder builder) {
    this.photo = builder.photo;
    this.ground = builder.ground;
    this.occupied = builder.occupied;
    this.horizon = builder.horizon;
    this.frameWidth = builder.frameWidth;
    this.usable = builder.usable;
    this.reason = builder.reason;
    this.confidence = builder.confidence;
    this.sharpness = builder.sharpness;
    this.light = builder.light;
    this.tone = builder.tone;
    this.sources = Collections.unmodifiableMap(new TreeMap<>(builder.sources));
  }

  /**
   * Starts a map.
   *
   * @param photo the size of the upright photo
   * @param ground for each cell, how likely free ground is there that carries a product
   * @return a builder of a map that is usable and of which no more is known
   */
  public static Builder builder(Size photo, ShareGrid ground) {
    return new Builder(photo, ground);
  }

  /** {@return a builder that holds all of this map, to change some of it} */
  public Builder toBuilder() {
    Builder copy = new Builder(photo, ground);
    copy.occupied = occupied;
    copy.horizon = horizon;
    copy.frameWidth = frameWidth;
    copy.usable = usable;
    copy.reason = reason;
    copy.confidence = confidence;
    copy.sharpness = sharpness;
    copy.light = light;
    copy.tone = tone;
    copy.sources.putAll(sources);
    return copy;
  }

  /** {@return the size of the upright photo} */
  public Size photo() {
    return photo;
  }

  /** {@return for each cell, how likely free ground is there that carries a product} */
  public ShareGrid ground() {
    return ground;
  }

  /** {@return for each cell, how likely something stands there that must not be covered} */
  public ShareGrid occupied() {
    return occupied;
  }

  /** {@return the horizon as a share of the height, which may lie outside the photo} */
  public OptionalDouble horizon() {
    return horizon == null ? OptionalDouble.empty() : OptionalDouble.of(horizon);
  }

  /** {@return the real width that the photo shows at one row} */
  public Optional<FrameWidth> frameWidth() {
    return Optional.ofNullable(frameWidth);
  }

  /**
   * Returns how many centimetres a pixel of the photo shows on the ground at a row. With a horizon
   * the scale falls with the distance to it (Criminisi, Reid and Zisserman, "Single view
   * metrology", 2000); without one it is the same for all rows.
   *
   * @param row a share of the height
   * @return centimetres a pixel; empty when the scale is not known, or the row is not below the
   *     horizon
   */
  public OptionalDouble centimetresPerPixel(double row) {
    if (frameWidth == null) {
      return OptionalDouble.empty();
    }
    double known = frameWidth.centimetres() / photo.width();
    if (horizon == null || horizon >= frameWidth.row()) {
      return OptionalDouble.of(known);
    }
    double below = row - horizon;
    return below <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(known * (frameWidth.row() - horizon) / below);
  }

  /** {@return whether a product can stand anywhere in the photo} */
  public boolean usable() {
    return usable;
  }

  /** {@return why the photo is not usable, in one sentence; empty when it is} */
  public String reason() {
    return reason;
  }

  /** {@return how sure the reader is of the ground, from 0 (a guess) to 1} */
  public double confidence() {
    return confidence;
  }

  /** {@return how sharp the ground is, from 0 (blurred throughout) to 1} */
  public double sharpness() {
    return sharpness;
  }

  /** {@return the side or kind of the light: left, right, front, back or diffuse} */
  public Optional<String> light() {
    return Optional.ofNullable(light);
  }

  /** {@return the brightness and the colour of the light, where the reader measured them} */
  public Optional<SceneTone> tone() {
    return Optional.ofNullable(tone);
  }

  /**
   * Returns where each part of the map came from.
   *
   * @return the part, such as {@code ground}, {@code horizon} or {@code frameWidth}, to its source
   */
  public Map<String, String> sources() {
    return sources;
  }

  /** {@return the identity of the content, in lower-case hexadecimal} */
  public String fingerprint() {
    Fingerprint print =
        Fingerprint.of("scene-map")
            .add(photo.toString())
            .add(String.valueOf(horizon))
            .add(String.valueOf(frameWidth))
            .add(usable ? 1 : 0)
            .add(confidence)
            .add(sharpness)
            .add(String.valueOf(light));
    ground.describe(print);
    occupied.describe(print);
    if (tone != null) {
      tone.brightness().describe(print);
      tone.warmth().describe(print);
    }
    return print.toHex();
  }

  @Override
  public String toString() {
    return "SceneMap["
        + photo
        + (usable ? "" : ", not usable: " + reason)
        + ", horizon "
        + horizon
        + ", "
        + frameWidth
        + "]";
  }

  /** Builds a {@link SceneMap}. Not thread-safe. */
  public static final class Builder {
    private final Size photo;
    private ShareGrid ground;
    private ShareGrid occupied;
    private @Nullable Double horizon;
    private @Nullable FrameWidth frameWidth;
    private boolean usable = true;
    private String reason = "";
    private double confidence;
    private double sharpness = 1;
    private @Nullable String light;
    private @Nullable SceneTone tone;
    private final Map<String, String> sources = new TreeMap<>();

    private Builder(Size photo, ShareGrid ground) {
      this.photo = Objects.requireNonNull(photo, "photo");
      this.ground = Objects.requireNonNull(ground, "ground");
      this.occupied = ShareGrid.filled(ground.size(), 0);
    }

    /**
     * Sets where something stands that must not be covered; nowhere by default.
     *
     * @param occupied for each cell, how likely that is; of the ground's size
     * @return this
     * @throws IllegalArgumentException when it has another size
     */
    public Builder occupied(ShareGrid occupied) {
      this.occupied = sameSize("occupied", occupied);
      return this;
    }

    /**
     * Sets the horizon.
     *
     * @param share of the height from the top; may lie outside the photo
     * @param source where it came from, such as {@code sidecar} or {@code vanishing point}
     * @return this
     * @throws IllegalArgumentException when it is not finite
     */
    public Builder horizon(double share, String source) {
      if (!Double.isFinite(share)) {
        throw new IllegalArgumentException("horizon must be finite: " + share);
      }
      this.horizon = share;
      return source("horizon", source);
    }

    /**
     * Sets the real width that the photo shows.
     *
     * @param frameWidth the width at a row
     * @param source where it came from, such as {@code sidecar} or {@code kind of scene}
     * @return this
     */
    public Builder frameWidth(FrameWidth frameWidth, String source) {
      this.frameWidth = Objects.requireNonNull(frameWidth, "frameWidth");
      return source("frameWidth", source);
    }

    /**
     * Says that no product can stand anywhere in the photo.
     *
     * @param reason why, in one sentence
     * @return this
     * @throws IllegalArgumentException when the reason is blank
     */
    public Builder unusable(String reason) {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("reason must not be blank");
      }
      this.usable = false;
      this.reason = reason;
      return this;
    }

    /**
     * Sets how sure the reader is of the ground.
     *
     * @param confidence from 0 (the default) to 1
     * @return this
     * @throws IllegalArgumentException when it is outside 0 to 1
     */
    public Builder confidence(double confidence) {
      this.confidence = share("confidence", confidence);
      return this;
    }

    /**
     * Sets how sharp the ground is.
     *
     * @param sharpness from 0 to 1 (the default)
     * @return this
     * @throws IllegalArgumentException when it is outside 0 to 1
     */
    public Builder sharpness(double sharpness) {
      this.sharpness = share("sharpness", sharpness);
      return this;
    }

    /**
     * Sets the side or kind of the light.
     *
     * @param light left, right, front, back or diffuse
     * @param source where it came from
     * @return this
     */
    public Builder light(String light, String source) {
      this.light = Objects.requireNonNull(light, "light");
      return source("light", source);
    }

    /**
     * Replaces the free ground.
     *
     * @param ground for each cell, how likely free ground is there; of the same size
     * @return this
     * @throws IllegalArgumentException when it has another size
     */
    public Builder ground(ShareGrid ground) {
      this.ground = sameSize("ground", ground);
      return this;
    }

    /**
     * Sets the brightness and the colour of the light.
     *
     * @param tone of the ground's size
     * @return this
     * @throws IllegalArgumentException when it has another size
     */
    public Builder tone(SceneTone tone) {
      sameSize("tone", tone.brightness());
      this.tone = tone;
      return this;
    }

    /**
     * Says where a part of the map came from.
     *
     * @param part the part, such as {@code ground}
     * @param source where it came from
     * @return this
     */
    public Builder source(String part, String source) {
      sources.put(Objects.requireNonNull(part, "part"), Objects.requireNonNull(source, "source"));
      return this;
    }

    /** {@return the map} */
    public SceneMap build() {
      return new SceneMap(this);
    }

    private ShareGrid sameSize(String name, ShareGrid grid) {
      if (!grid.size().equals(ground.size())) {
        throw new IllegalArgumentException(
            name + " must have the ground's size " + ground.size() + ": " + grid.size());
      }
      return grid;
    }

    private static double share(String name, double value) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException(name + " must be from 0 to 1: " + value);
      }
      return value;
    }
  }
}
