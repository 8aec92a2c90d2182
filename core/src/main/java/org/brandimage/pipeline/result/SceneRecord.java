package org.brandimage.pipeline.result;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.caption.Caption;

/** What one scene showed, and what else it could have shown. Immutable. */
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
   * @param caption the text written for it
   * @return a builder of a scene that shows nothing
   */
  public static Builder builder(String id, Caption caption) {
    return new Builder(id, caption);
  }

  /**
   * Returns the id of the scene.
   *
   * @return the id of the scene
   */
  public String id() {
    return id;
  }

  /**
   * Returns the product of each entity, with the alternatives.
   *
   * @return the product of each entity, with the alternatives
   */
  public List<Choice> products() {
    return products;
  }

  /**
   * Returns the place, with the alternatives; empty when the brief names none.
   *
   * @return the place, with the alternatives; empty when the brief names none
   */
  public List<Choice> setting() {
    return setting;
  }

  /**
   * Returns the moods, with retrieved pictures.
   *
   * @return the moods, with retrieved pictures
   */
  public List<Choice> themes() {
    return themes;
  }

  /**
   * Returns the text written for it.
   *
   * @return the text written for it
   */
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
   * @param assetId the asset used; empty when none was
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
   * An asset the retriever named.
   *
   * @param assetId the asset
   * @param score its score
   * @param fits false for a miss below the retriever's floor
   */
  public record Found(String assetId, double score, boolean fits) {
    /** Checks the values. */
    public Found {
      Objects.requireNonNull(assetId, "assetId");
    }
  }

  /** Builds a {@link SceneRecord}, for tests and for stores of results. Not thread-safe. */
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
     * Sets the product of each entity, with the alternatives.
     *
     * @param products the product of each entity, with the alternatives
     * @return this
     */
    public Builder products(List<Choice> products) {
      this.products = List.copyOf(products);
      return this;
    }

    /**
     * Sets the place, with the alternatives; empty when the brief names none.
     *
     * @param setting the place, with the alternatives; empty when the brief names none
     * @return this
     */
    public Builder setting(List<Choice> setting) {
      this.setting = List.copyOf(setting);
      return this;
    }

    /**
     * Sets the moods, with retrieved pictures.
     *
     * @param themes the moods, with retrieved pictures
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
