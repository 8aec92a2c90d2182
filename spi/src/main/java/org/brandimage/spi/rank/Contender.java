package org.brandimage.spi.rank;

import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.result.Fingerprint;
import org.brandimage.spi.retrieve.Scene;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is to be ranked. A pipeline sets all fields; a picture ranked outside a pipeline
 * needs only an id. Immutable.
 */
public final class Contender {
  private final String id;
  private final ImageSource image;
  private final @Nullable Caption caption;
  private final @Nullable Verdict verdict;
  private final @Nullable Candidate candidate;
  private final @Nullable ImageSource productLayer;
  private final @Nullable Scene scene;

  private Contender(Builder builder) {
    this.id = builder.id;
    this.image = builder.image;
    this.caption = builder.caption;
    this.verdict = builder.verdict;
    this.candidate = builder.candidate;
    this.productLayer = builder.productLayer;
    this.scene = builder.scene;
    if (productLayer != null && !productLayer.size().equals(image.size())) {
      throw new IllegalArgumentException(
          "productLayer must have the picture's size " + image.size() + ": " + productLayer.size());
    }
  }

  /**
   * {@return a contender with an id and a picture and no other fields}
   *
   * @param id unique among the contenders
   * @param image the picture
   */
  public static Contender of(String id, ImageSource image) {
    return builder(id, image).build();
  }

  /**
   * Starts a builder.
   *
   * @param id unique among the contenders
   * @param image the picture
   * @return a builder with nothing else set
   */
  public static Builder builder(String id, ImageSource image) {
    return new Builder(id, image);
  }

  /** {@return the id, unique among the contenders} */
  public String id() {
    return id;
  }

  /** {@return the picture} */
  public ImageSource image() {
    return image;
  }

  /**
   * {@return the caption of the picture, for rankers that read text; always present in a pipeline}
   */
  public Optional<Caption> caption() {
    return Optional.ofNullable(caption);
  }

  /**
   * {@return the verdict: the results of all guidelines for the picture; always present in a
   * pipeline}
   */
  public Optional<Verdict> verdict() {
    return Optional.ofNullable(verdict);
  }

  /**
   * {@return the candidate with the places of the products, in pixels of the image, for rankers
   * that assess the composition; always present in a pipeline}
   */
  public Optional<Candidate> candidate() {
    return Optional.ofNullable(candidate);
  }

  /**
   * {@return the product layer: the products alone, in a picture of the image's size that is
   * transparent elsewhere; always present in a pipeline} {@link
   * org.brandimage.spi.image.Mask#ofAlpha} gives the products' silhouettes.
   */
  public Optional<ImageSource> productLayer() {
    return Optional.ofNullable(productLayer);
  }

  /**
   * {@return the scene: the products with their own photos, the background and the themes; always
   * present in a pipeline}
   */
  public Optional<Scene> scene() {
    return Optional.ofNullable(scene);
  }

  /** Adds what this contender is to a request's identity. */
  void addTo(Fingerprint print) {
    print
        .add(id)
        .add(image.digest())
        .add(caption == null ? "" : caption.fingerprint())
        .add(candidate == null ? "" : candidate.placements().toString())
        .add(verdict == null ? "" : verdict.fingerprint())
        .add(productLayer == null ? "" : productLayer.digest())
        .add(scene == null ? "" : scene.fingerprint());
  }

  @Override
  public String toString() {
    return "Contender[" + id + ", " + image.size() + "]";
  }

  /** A builder of {@link Contender}. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final ImageSource image;
    private @Nullable Caption caption;
    private @Nullable Verdict verdict;
    private @Nullable Candidate candidate;
    private @Nullable ImageSource productLayer;
    private @Nullable Scene scene;

    private Builder(String id, ImageSource image) {
      this.id = Objects.requireNonNull(id, "id");
      this.image = Objects.requireNonNull(image, "image");
    }

    /**
     * Sets the caption of the picture.
     *
     * @param caption the caption
     * @return this
     */
    public Builder caption(Caption caption) {
      this.caption = Objects.requireNonNull(caption, "caption");
      return this;
    }

    /**
     * Sets the verdict.
     *
     * @param verdict the results of all guidelines for the picture
     * @return this
     */
    public Builder verdict(Verdict verdict) {
      this.verdict = Objects.requireNonNull(verdict, "verdict");
      return this;
    }

    /**
     * Sets the candidate.
     *
     * @param candidate the places of the products, in pixels of the image
     * @return this
     */
    public Builder candidate(Candidate candidate) {
      this.candidate = Objects.requireNonNull(candidate, "candidate");
      return this;
    }

    /**
     * Sets the product layer.
     *
     * @param productLayer the products alone, of the image's size, transparent elsewhere
     * @return this
     */
    public Builder productLayer(ImageSource productLayer) {
      this.productLayer = Objects.requireNonNull(productLayer, "productLayer");
      return this;
    }

    /**
     * Sets the scene.
     *
     * @param scene the products with their own photos, the background and the themes
     * @return this
     */
    public Builder scene(Scene scene) {
      this.scene = Objects.requireNonNull(scene, "scene");
      return this;
    }

    /**
     * Builds the contender.
     *
     * @return an immutable value
     * @throws IllegalArgumentException when the product layer has another size than the image
     */
    public Contender build() {
      return new Contender(this);
    }
  }
}
