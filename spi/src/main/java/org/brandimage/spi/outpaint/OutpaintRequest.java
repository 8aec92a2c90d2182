package org.brandimage.spi.outpaint;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.image.Size;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.result.Fingerprint;
import org.brandimage.spi.retrieve.Scene;
import org.jspecify.annotations.Nullable;

/**
 * The input of an Outpainter: one candidate. It is built just before its call, so that a grid never
 * holds its pictures. Immutable.
 */
public final class OutpaintRequest implements StageRequest {
  private final Candidate candidate;
  private final Scene scene;
  private final Caption caption;
  private final ImageSource productLayer;
  private final ImageSource reference;
  private final Mask mask;
  private final BackgroundUse backgroundUse;
  private final @Nullable ImageSource background;
  private final int count;
  private final long seed;

  private OutpaintRequest(Builder builder) {
    this.candidate = builder.candidate;
    this.scene = builder.scene;
    this.caption = builder.caption;
    this.productLayer = builder.productLayer;
    this.reference = builder.reference;
    this.mask = builder.mask;
    this.backgroundUse = builder.backgroundUse;
    this.background = builder.background;
    this.count = builder.count;
    this.seed = builder.seed;
    check();
  }

  /**
   * Starts a builder.
   *
   * @param candidate the placements
   * @param scene what is shown
   * @param caption the text of the picture
   * @param productLayer the products in their places on the canvas, transparent elsewhere
   * @param reference the products in their places over the background, or over a plain ground,
   *     without any transparent pixel
   * @param mask the product's pixels as KEEP, all others as GENERATE or, with BackgroundUse.BAND,
   *     only a band around it
   * @return a builder with the documented defaults
   */
  public static Builder builder(
      Candidate candidate,
      Scene scene,
      Caption caption,
      ImageSource productLayer,
      ImageSource reference,
      Mask mask) {
    return new Builder(candidate, scene, caption, productLayer, reference, mask);
  }

  /**
   * Returns the placements.
   *
   * @return the placements
   */
  public Candidate candidate() {
    return candidate;
  }

  /**
   * Returns what is shown.
   *
   * @return what is shown
   */
  public Scene scene() {
    return scene;
  }

  /**
   * Returns the text of the picture.
   *
   * @return the text of the picture
   */
  public Caption caption() {
    return caption;
  }

  /**
   * Returns the products in their places on the canvas, transparent elsewhere.
   *
   * @return the products in their places on the canvas, transparent elsewhere
   */
  public ImageSource productLayer() {
    return productLayer;
  }

  /**
   * Returns the products in their places over the background, or over a plain ground, without any
   * transparent pixel.
   *
   * @return the products in their places over the background, or over a plain ground, without any
   *     transparent pixel
   */
  public ImageSource reference() {
    return reference;
  }

  /**
   * Returns the product's pixels as KEEP, all others as GENERATE or, with BackgroundUse.BAND, only
   * a band around it.
   *
   * @return the product's pixels as KEEP, all others as GENERATE or, with BackgroundUse.BAND, only
   *     a band around it
   */
  public Mask mask() {
    return mask;
  }

  /**
   * Returns what may happen to the retrieved background; REGENERATE by default.
   *
   * @return what may happen to the retrieved background; REGENERATE by default
   */
  public BackgroundUse backgroundUse() {
    return backgroundUse;
  }

  /**
   * Returns the retrieved background at its own size.
   *
   * @return the retrieved background at its own size or empty when there is none
   */
  public Optional<ImageSource> background() {
    return Optional.ofNullable(background);
  }

  /**
   * Returns the number of pictures wanted, from 1 to 16; 1 by default.
   *
   * @return the number of pictures wanted, from 1 to 16; 1 by default
   */
  public int count() {
    return count;
  }

  /**
   * Returns the seed, from 0 to 2,147,483,646; 0 by default.
   *
   * @return the seed, from 0 to 2,147,483,646; 0 by default
   */
  public long seed() {
    return seed;
  }

  /**
   * Returns the canvas.
   *
   * @return width and height of every picture
   */
  public Size canvas() {
    return mask.size();
  }

  /**
   * Returns the nouns of the products, for generators that find what to keep by words.
   *
   * @return one name a product
   */
  public List<String> productNouns() {
    return scene.products().stream().map(product -> product.entity().name()).toList();
  }

  @Override
  public String fingerprint() {
    return Fingerprint.of("outpaint")
        .add(scene.fingerprint())
        .add(caption.fingerprint())
        .add(productLayer.digest())
        .add(reference.digest())
        .add(mask.digest())
        .add(backgroundUse.name())
        .add(background == null ? "" : background.digest())
        .add(count)
        .add(seed)
        .toHex();
  }

  private void check() {
    if (!reference.size().equals(mask.size()) || !productLayer.size().equals(mask.size())) {
      throw new IllegalArgumentException(
          "reference, productLayer and mask must be of one size: "
              + List.of(reference.size(), productLayer.size(), mask.size()));
    }
    if (count < 1 || count > 16) {
      throw new IllegalArgumentException("count must be from 1 to 16: " + count);
    }
    if (seed < 0 || seed > 2_147_483_646L) {
      throw new IllegalArgumentException("seed must be from 0 to 2147483646: " + seed);
    }
  }

  @Override
  public String toString() {
    return "OutpaintRequest[" + candidate.id() + ", " + canvas() + "]";
  }

  /** Builds a {@link OutpaintRequest}. Not thread-safe. */
  public static final class Builder {
    private final Candidate candidate;
    private final Scene scene;
    private final Caption caption;
    private final ImageSource productLayer;
    private final ImageSource reference;
    private final Mask mask;
    private BackgroundUse backgroundUse = BackgroundUse.REGENERATE;
    private @Nullable ImageSource background;
    private int count = 1;
    private long seed = 0;

    private Builder(
        Candidate candidate,
        Scene scene,
        Caption caption,
        ImageSource productLayer,
        ImageSource reference,
        Mask mask) {
      this.candidate = Objects.requireNonNull(candidate, "candidate");
      this.scene = Objects.requireNonNull(scene, "scene");
      this.caption = Objects.requireNonNull(caption, "caption");
      this.productLayer = Objects.requireNonNull(productLayer, "productLayer");
      this.reference = Objects.requireNonNull(reference, "reference");
      this.mask = Objects.requireNonNull(mask, "mask");
    }

    /**
     * Sets what may happen to the retrieved background; REGENERATE by default.
     *
     * @param backgroundUse what may happen to the retrieved background; REGENERATE by default
     * @return this
     */
    public Builder backgroundUse(BackgroundUse backgroundUse) {
      this.backgroundUse = Objects.requireNonNull(backgroundUse, "backgroundUse");
      return this;
    }

    /**
     * Sets the retrieved background at its own size.
     *
     * @param background the retrieved background at its own size
     * @return this
     */
    public Builder background(ImageSource background) {
      this.background = Objects.requireNonNull(background, "background");
      return this;
    }

    /**
     * Sets the number of pictures wanted, from 1 to 16; 1 by default.
     *
     * @param count the number of pictures wanted, from 1 to 16; 1 by default
     * @return this
     */
    public Builder count(int count) {
      this.count = count;
      return this;
    }

    /**
     * Sets the seed, from 0 to 2,147,483,646; 0 by default.
     *
     * @param seed the seed, from 0 to 2,147,483,646; 0 by default
     * @return this
     */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     */
    public OutpaintRequest build() {
      return new OutpaintRequest(this);
    }
  }
}
