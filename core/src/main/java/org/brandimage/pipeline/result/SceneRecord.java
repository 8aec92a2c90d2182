package org.brandimage.pipeline.result;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.caption.Caption;

/**
 * The record of one scene: the assets that it showed, and the alternatives that were found.
 * Immutable.
 */
public final class SceneRecord {
  private final String id;
  private final List<Choice> products;
  private final List<Choice> setting;
  private final List<Choice> themes;
  private final Caption caption;

  private SceneRecord(Builder builder) {
    this.id = builder.id;
    this.products = List.copyOf(builder.products);
    this.setting = List.copyOf(builder.setting);
    this.themes = List.copyOf(builder.themes);
    this.caption = builder.caption;
  }

  /**
   * Starts a builder.
   *
   * @param id the id of the scene
   * @param caption the caption of the scene
   * @return a builder of a scene that shows nothing
   */
  public static Builder builder(String id, Caption caption) {
    return new Builder(id, caption);
  }

  /** {@return the id of the scene} */
  public String id() {
    return id;
  }

  /** {@return the asset of each product of the brief, with the alternatives} */
  public List<Choice> products() {
    return products;
  }

  /**
   * {@return the asset of the place, with the alternatives; empty when the brief names no place}
   */
  public List<Choice> setting() {
    return setting;
  }

  /** {@return the asset of each mood, with the alternatives} */
  public List<Choice> themes() {
    return themes;
  }

  /** {@return the caption of the scene} */
  public Caption caption() {
    return caption;
  }

  @Override
  public String toString() {
    return "SceneRecord[" + id + "]";
  }

  /**
   * An entity of the brief and the assets found for it.
   *
   * @param entity the entity's name
   * @param assetId the id of the asset that was used; empty when none was
   * @param found the assets found, best first, with the nearest misses last
   */
  public record Choice(String entity, String assetId, List<Found> found) {
    /** Checks and copies the values. */
    public Choice {
      Objects.requireNonNull(entity, "entity");
      Objects.requireNonNull(assetId, "assetId");
      found = List.copyOf(found);
    }
  }

  /**
   * An asset that the retriever found.
   *
   * @param assetId the asset's id
   * @param score the retriever's score
   * @param fits false for a nearest miss, which scores too low to be used
   */
  public record Found(String assetId, double score, boolean fits) {
    /** Checks the values. */
    public Found {
      Objects.requireNonNull(assetId, "assetId");
    }
  }

  /** A builder of {@link SceneRecord}, for tests and for stores of results. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private List<Choice> products = List.of();
    private List<Choice> setting = List.of();
    private List<Choice> themes = List.of();
    private final Caption caption;

    private Builder(String id, Caption caption) {
      this.id = Objects.requireNonNull(id, "id");
      this.caption = Objects.requireNonNull(caption, "caption");
    }

    /**
     * Sets the asset of each product of the brief.
     *
     * @param products the assets, with the alternatives; none by default
     * @return this
     */
    public Builder products(List<Choice> products) {
      this.products = List.copyOf(products);
      return this;
    }

    /**
     * Sets the asset of the place.
     *
     * @param setting the asset, with the alternatives; empty by default and when the brief names no
     *     place
     * @return this
     */
    public Builder setting(List<Choice> setting) {
      this.setting = List.copyOf(setting);
      return this;
    }

    /**
     * Sets the asset of each mood.
     *
     * @param themes the assets, with the alternatives; none by default
     * @return this
     */
    public Builder themes(List<Choice> themes) {
      this.themes = List.copyOf(themes);
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     */
    public SceneRecord build() {
      return new SceneRecord(this);
    }
  }
}
