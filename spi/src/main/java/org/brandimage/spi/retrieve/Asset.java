package org.brandimage.spi.retrieve;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.scene.SceneFacts;

/**
 * An entry of a media library: a product with one or several photos, a background, or a theme.
 * Immutable; equal when the ids are equal, since an id is unique within its library.
 */
public final class Asset {
  private final String id;
  private final EntityKind kind;
  private final List<ImageSource> photos;
  private final String description;
  private final Set<String> tags;
  private final Map<String, String> attributes;
  private final OptionalDouble heightCm;
  private final SceneFacts sceneFacts;

  private Asset(Builder builder) {
    this.id = builder.id;
    this.kind = builder.kind;
    this.photos = List.copyOf(builder.photos);
    this.description = builder.description;
    this.tags = Collections.unmodifiableSet(new TreeSet<>(builder.tags));
    this.attributes = Collections.unmodifiableMap(new TreeMap<>(builder.attributes));
    this.heightCm = builder.heightCm;
    this.sceneFacts = builder.sceneFacts;
    check();
  }

  /**
   * {@return a builder with the documented defaults}
   *
   * @param id the id, not blank and unique within its library; in a folder the file's path without
   *     extension
   * @param kind whether the asset is a product, a background or a theme
   * @param photos the photos, at least one, the preferred one first; several show other sides of
   *     one product
   */
  public static Builder builder(String id, EntityKind kind, List<ImageSource> photos) {
    return new Builder(id, kind, photos);
  }

  /**
   * {@return the id, not blank and unique within its library; in a folder the file's path without
   * extension}
   */
  public String id() {
    return id;
  }

  /** {@return the kind of the asset: product, background or theme} */
  public EntityKind kind() {
    return kind;
  }

  /**
   * {@return the photos, at least one, the preferred one first; several show other sides of one
   * product}
   */
  public List<ImageSource> photos() {
    return photos;
  }

  /** {@return the description of what the photos show, in plain words; untrusted text} */
  public String description() {
    return description;
  }

  /** {@return the tags: the words the asset is filed under} */
  public Set<String> tags() {
    return tags;
  }

  /** {@return the attributes: further facts such as brand, season or market, name to value} */
  public Map<String, String> attributes() {
    return attributes;
  }

  /**
   * {@return the real height in centimetres of the thing as pictured, above 0, or empty when it is
   * not known}
   */
  public OptionalDouble heightCm() {
    return heightCm;
  }

  /**
   * {@return what the library says of the place that a background shows; {@link SceneFacts#NONE} by
   * default}
   */
  public SceneFacts sceneFacts() {
    return sceneFacts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Asset that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  private void check() {
    if (id.isBlank()) {
      throw new IllegalArgumentException("asset id must not be blank");
    }
    if (photos.isEmpty()) {
      throw new IllegalArgumentException("asset " + id + " must have a photo");
    }
    if (heightCm.isPresent() && !(heightCm.getAsDouble() > 0)) {
      throw new IllegalArgumentException(
          "asset " + id + " heightCm must be above 0: " + heightCm.getAsDouble());
    }
  }

  @Override
  public String toString() {
    return "Asset[" + kind.label() + " " + id + "]";
  }

  /** A builder of {@link Asset}. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final EntityKind kind;
    private final List<ImageSource> photos;
    private String description = "";
    private Set<String> tags = Set.of();
    private Map<String, String> attributes = Map.of();
    private OptionalDouble heightCm = OptionalDouble.empty();
    private SceneFacts sceneFacts = SceneFacts.NONE;

    private Builder(String id, EntityKind kind, List<ImageSource> photos) {
      this.id = Objects.requireNonNull(id, "id");
      this.kind = Objects.requireNonNull(kind, "kind");
      this.photos = List.copyOf(photos);
    }

    /**
     * Sets the description.
     *
     * @param description what the photos show, in plain words; untrusted text; empty by default
     * @return this
     */
    public Builder description(String description) {
      this.description = Objects.requireNonNull(description, "description");
      return this;
    }

    /**
     * Sets the tags.
     *
     * @param tags the words the asset is filed under; none by default
     * @return this
     */
    public Builder tags(Set<String> tags) {
      this.tags = Set.copyOf(tags);
      return this;
    }

    /**
     * Sets the attributes.
     *
     * @param attributes further facts such as brand, season or market, name to value; none by
     *     default
     * @return this
     */
    public Builder attributes(Map<String, String> attributes) {
      this.attributes = Map.copyOf(attributes);
      return this;
    }

    /**
     * Sets the real height of the thing as pictured.
     *
     * @param heightCm centimetres, above 0; not known by default
     * @return this
     */
    public Builder heightCm(double heightCm) {
      this.heightCm = OptionalDouble.of(heightCm);
      return this;
    }

    /**
     * Sets what the library says of the place that a background shows.
     *
     * @param sceneFacts the facts; none by default
     * @return this
     */
    public Builder sceneFacts(SceneFacts sceneFacts) {
      this.sceneFacts = Objects.requireNonNull(sceneFacts, "sceneFacts");
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     * @throws IllegalArgumentException when the id is blank, there is no photo, or the height is
     *     not above 0
     */
    public Asset build() {
      return new Asset(this);
    }
  }
}
