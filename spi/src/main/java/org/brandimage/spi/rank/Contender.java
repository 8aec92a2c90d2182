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
 * A picture that is to be ranked. In a pipeline all fields are set; a picture ranked outside a
 * pipeline needs only an id. Immutable.
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
   * Returns a picture of which nothing else is known.
   *
   * @param id unique among the contenders
   * @param image the picture
   * @return the contender
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

  /**
   * Returns what names the picture.
   *
   * @return the id, unique among the contenders
   */
  public String id() {
    return id;
  }

  /**
   * Returns the picture.
   *
   * @return the picture
   */
  public ImageSource image() {
    return image;
  }

  /**
   * Returns the text of the picture, for rankers that read.
   *
   * @return the caption, always there in a pipeline
   */
  public Optional<Caption> caption() {
    return Optional.ofNullable(caption);
  }

  /**
   * Returns what was found out about the picture.
   *
   * @return the verdict, always there in a pipeline
   */
  public Optional<Verdict> verdict() {
    return Optional.ofNullable(verdict);
  }

  /**
   * Returns where the products stand, for rankers that weigh the composition.
   *
   * @return the candidate, its boxes in pixels of the image; always there in a pipeline
   */
  public Optional<Candidate> candidate() {
    return Optional.ofNullable(candidate);
  }

  /**
   * Returns the products alone: their silhouettes are where this is opaque, as {@link
   * org.brandimage.spi.image.Mask#ofAlpha} has them.
   *
   * @return a picture of the image's size, transparent where no product is; always there in a
   *     pipeline
   */
  public Optional<ImageSource> productLayer() {
    return Optional.ofNullable(productLayer);
  }

  /**
   * Returns what is shown: the products with their own photos, the background, the themes.
   *
   * @return the scene, always there in a pipeline
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

  /** Builds a {@link Contender}. Not thread-safe. */
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
     * Sets the picture's text.
     *
     * @param caption the caption
     * @return this
     */
    public Builder caption(Caption caption) {
      this.caption = Objects.requireNonNull(caption, "caption");
      return this;
    }

    /**
     * Sets what was found out about the picture.
     *
     * @param verdict the verdict
     * @return this
     */
    public Builder verdict(Verdict verdict) {
      this.verdict = Objects.requireNonNull(verdict, "verdict");
      return this;
    }

    /**
     * Sets where the products stand.
     *
     * @param candidate its boxes in pixels of the image
     * @return this
     */
    public Builder candidate(Candidate candidate) {
      this.candidate = Objects.requireNonNull(candidate, "candidate");
      return this;
    }

    /**
     * Sets the products alone.
     *
     * @param productLayer of the image's size, transparent where no product is
     * @return this
     */
    public Builder productLayer(ImageSource productLayer) {
      this.productLayer = Objects.requireNonNull(productLayer, "productLayer");
      return this;
    }

    /**
     * Sets what is shown.
     *
     * @param scene the scene
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
