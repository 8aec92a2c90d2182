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
 * The input of an {@link Outpainter}: one candidate with its pictures. A pipeline builds it just
 * before the call, so that the pictures of a whole grid are never in memory at once. Immutable.
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
   * {@return a builder with the documented defaults}
   *
   * @param candidate the candidate, with the placements of its products
   * @param scene the scene to show
   * @param caption the caption of the picture
   * @param productLayer the products in their places on the canvas, transparent elsewhere
   * @param reference the products in their places over the background or over a plain colour,
   *     without any transparent pixel
   * @param mask the products' pixels as KEEP; all others as GENERATE or, with {@link
   *     BackgroundUse#BAND}, only those of a band around the products
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

  /** {@return the candidate, with the placements of its products} */
  public Candidate candidate() {
    return candidate;
  }

  /** {@return the scene to show} */
  public Scene scene() {
    return scene;
  }

  /** {@return the caption of the picture} */
  public Caption caption() {
    return caption;
  }

  /**
   * {@return the product layer: the products in their places on the canvas, transparent elsewhere}
   */
  public ImageSource productLayer() {
    return productLayer;
  }

  /**
   * {@return the reference: the products in their places over the background or over a plain
   * colour, without any transparent pixel}
   */
  public ImageSource reference() {
    return reference;
  }

  /**
   * {@return the mask: the products' pixels are KEEP; all others are GENERATE or, with {@link
   * BackgroundUse#BAND}, only those of a band around the products}
   */
  public Mask mask() {
    return mask;
  }

  /** {@return the change that is allowed to the retrieved background; REGENERATE by default} */
  public BackgroundUse backgroundUse() {
    return backgroundUse;
  }

  /** {@return the retrieved background at its own size, or empty when there is none} */
  public Optional<ImageSource> background() {
    return Optional.ofNullable(background);
  }

  /** {@return the number of pictures wanted, from 1 to 16; 1 by default} */
  public int count() {
    return count;
  }

  /** {@return the seed, from 0 to 2,147,483,646; 0 by default} */
  public long seed() {
    return seed;
  }

  /** {@return the canvas: width and height of every picture to make} */
  public Size canvas() {
    return mask.size();
  }

  /**
   * {@return the names of the products, one each, for generators to which the parts to keep are
   * described in words}
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

  /** A builder of {@link OutpaintRequest}. Not thread-safe. */
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
     * Sets the change that is allowed to the retrieved background.
     *
     * @param backgroundUse REGENERATE by default
     * @return this
     */
    public Builder backgroundUse(BackgroundUse backgroundUse) {
      this.backgroundUse = Objects.requireNonNull(backgroundUse, "backgroundUse");
      return this;
    }

    /**
     * Sets the retrieved background.
     *
     * @param background a picture of any size; none by default
     * @return this
     */
    public Builder background(ImageSource background) {
      this.background = Objects.requireNonNull(background, "background");
      return this;
    }

    /**
     * Sets the number of pictures wanted.
     *
     * @param count from 1 to 16; 1 by default
     * @return this
     */
    public Builder count(int count) {
      this.count = count;
      return this;
    }

    /**
     * Sets the seed.
     *
     * @param seed from 0 to 2,147,483,646; 0 by default
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
     * @throws IllegalArgumentException when reference, product layer and mask are not of one size,
     *     the count is outside 1 to 16, or the seed is outside 0 to 2,147,483,646
     */
    public OutpaintRequest build() {
      return new OutpaintRequest(this);
    }
  }
}
