package org.brandimage.spi.retrieve;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.result.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * The assets and themes that one series of pictures shows: the chosen products, their setting and
 * the moods. Immutable.
 */
public final class Scene {
  private final String id;
  private final List<Selection> products;
  private final @Nullable Entity setting;
  private final @Nullable Asset background;
  private final List<Entity> themes;
  private final List<Asset> themeAssets;

  private Scene(Builder builder) {
    this.id = builder.id;
    this.products = List.copyOf(builder.products);
    this.setting = builder.setting;
    this.background = builder.background;
    this.themes = List.copyOf(builder.themes);
    this.themeAssets = List.copyOf(builder.themeAssets);
    check();
  }

  /**
   * {@return a builder with the documented defaults}
   *
   * @param id the id, unique within a run ("scene-1")
   * @param products the products, at least one, in the order of the brief
   */
  public static Builder builder(String id, List<Selection> products) {
    return new Builder(id, products);
  }

  /** {@return the id, unique within a run ("scene-1")} */
  public String id() {
    return id;
  }

  /** {@return the products, at least one, in the order of the brief} */
  public List<Selection> products() {
    return products;
  }

  /** {@return the setting: the place that the brief names, or empty when it names none} */
  public Optional<Entity> setting() {
    return Optional.ofNullable(setting);
  }

  /** {@return the background: the retrieved picture of the place, or empty when there is none} */
  public Optional<Asset> background() {
    return Optional.ofNullable(background);
  }

  /** {@return the themes: the moods that the brief names} */
  public List<Entity> themes() {
    return themes;
  }

  /** {@return the retrieved pictures of the moods} */
  public List<Asset> themeAssets() {
    return themeAssets;
  }

  /** {@return the identity of the content without the id, in lower-case hexadecimal} */
  public String fingerprint() {
    Fingerprint print = Fingerprint.of("scene").add(products.size());
    products.forEach(product -> add(print, product.entity()).add(digest(product.asset())));
    print.add(setting == null ? 0 : 1);
    if (setting != null) {
      add(print, setting);
    }
    print.add(background == null ? "" : digest(background));
    print.add(themes.size());
    themes.forEach(theme -> add(print, theme));
    themeAssets.forEach(asset -> print.add(digest(asset)));
    return print.toHex();
  }

  private static Fingerprint add(Fingerprint print, Entity entity) {
    return print.add(entity.name()).add(entity.phrase());
  }

  private static String digest(Asset asset) {
    Fingerprint print = Fingerprint.of("asset").add(asset.id()).add(asset.description());
    print.addAll(asset.tags()).add(asset.attributes().size());
    asset.attributes().forEach((name, value) -> print.add(name).add(value));
    print.add(asset.photos().size());
    asset.photos().forEach(photo -> print.add(photo.digest()));
    return print.add(asset.heightCm().orElse(0)).add(asset.sceneFacts().toString()).toHex();
  }

  private void check() {
    if (products.isEmpty()) {
      throw new IllegalArgumentException("scene " + id + " must have a product");
    }
  }

  @Override
  public String toString() {
    return "Scene[" + id + ", " + products.size() + " products]";
  }

  /** A builder of {@link Scene}. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final List<Selection> products;
    private @Nullable Entity setting;
    private @Nullable Asset background;
    private List<Entity> themes = List.of();
    private List<Asset> themeAssets = List.of();

    private Builder(String id, List<Selection> products) {
      this.id = Objects.requireNonNull(id, "id");
      this.products = List.copyOf(products);
    }

    /**
     * Sets the setting.
     *
     * @param setting the place that the brief names; none by default
     * @return this
     */
    public Builder setting(Entity setting) {
      this.setting = Objects.requireNonNull(setting, "setting");
      return this;
    }

    /**
     * Sets the background.
     *
     * @param background the retrieved picture of the place; none by default
     * @return this
     */
    public Builder background(Asset background) {
      this.background = Objects.requireNonNull(background, "background");
      return this;
    }

    /**
     * Sets the themes.
     *
     * @param themes the moods that the brief names; none by default
     * @return this
     */
    public Builder themes(List<Entity> themes) {
      this.themes = List.copyOf(themes);
      return this;
    }

    /**
     * Sets the retrieved pictures of the moods.
     *
     * @param themeAssets assets of kind THEME; none by default
     * @return this
     */
    public Builder themeAssets(List<Asset> themeAssets) {
      this.themeAssets = List.copyOf(themeAssets);
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     * @throws IllegalArgumentException when there is no product
     */
    public Scene build() {
      return new Scene(this);
    }
  }
}
