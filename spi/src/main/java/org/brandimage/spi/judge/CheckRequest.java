package org.brandimage.spi.judge;

import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.retrieve.Scene;
import org.jspecify.annotations.Nullable;

/** The input of a GuidelineCheck: one picture of one candidate. Immutable. */
public final class CheckRequest {
  private final Candidate candidate;
  private final ImageSource picture;
  private final ImageSource restored;
  private final ImageSource productLayer;
  private final Mask mask;
  private final Scene scene;
  private final Caption caption;
  private final BrandKit brandKit;
  private final @Nullable ImageSource background;
  private final double overflow;

  private CheckRequest(Builder builder) {
    this.candidate = builder.candidate;
    this.picture = builder.picture;
    this.restored = builder.restored;
    this.productLayer = builder.productLayer;
    this.mask = builder.mask;
    this.scene = builder.scene;
    this.caption = builder.caption;
    this.brandKit = builder.brandKit;
    this.background = builder.background;
    this.overflow = builder.overflow;
    check();
  }

  /**
   * Starts a builder.
   *
   * @param candidate the placements
   * @param picture the picture as it came: the composite in phase COMPOSITE, the provider's picture
   *     before restoring in phase GENERATED
   * @param restored the picture with the product's own pixels put back; the same as the picture in
   *     phase COMPOSITE
   * @param productLayer the products in their places, transparent elsewhere
   * @param mask the product's pixels as KEEP
   * @param scene what is shown
   * @param caption the text of the picture
   * @return a builder with the documented defaults
   */
  public static Builder builder(
      Candidate candidate,
      ImageSource picture,
      ImageSource restored,
      ImageSource productLayer,
      Mask mask,
      Scene scene,
      Caption caption) {
    return new Builder(candidate, picture, restored, productLayer, mask, scene, caption);
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
   * Returns the picture as it came: the composite in phase COMPOSITE, the provider's picture before
   * restoring in phase GENERATED.
   *
   * @return the picture as it came: the composite in phase COMPOSITE, the provider's picture before
   *     restoring in phase GENERATED
   */
  public ImageSource picture() {
    return picture;
  }

  /**
   * Returns the picture with the product's own pixels put back; the same as the picture in phase
   * COMPOSITE.
   *
   * @return the picture with the product's own pixels put back; the same as the picture in phase
   *     COMPOSITE
   */
  public ImageSource restored() {
    return restored;
  }

  /**
   * Returns the products in their places, transparent elsewhere.
   *
   * @return the products in their places, transparent elsewhere
   */
  public ImageSource productLayer() {
    return productLayer;
  }

  /**
   * Returns the product's pixels as KEEP.
   *
   * @return the product's pixels as KEEP
   */
  public Mask mask() {
    return mask;
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
   * Returns the brand; neutral by default.
   *
   * @return the brand; neutral by default
   */
  public BrandKit brandKit() {
    return brandKit;
  }

  /**
   * Returns what was behind the product before it was generated, at the size of the canvas.
   *
   * @return what was behind the product before it was generated, at the size of the canvas or empty
   *     when there is none
   */
  public Optional<ImageSource> background() {
    return Optional.ofNullable(background);
  }

  /**
   * Returns the largest share of a product's box that the canvas' edges may cut off; 0 by default.
   *
   * @return the share that the grid allows, from 0 to 0.9
   */
  public double overflow() {
    return overflow;
  }

  private void check() {
    if (!(overflow >= 0 && overflow <= 0.9)) {
      throw new IllegalArgumentException("overflow must be from 0 to 0.9: " + overflow);
    }
    if (!picture.size().equals(mask.size())
        || !restored.size().equals(mask.size())
        || !productLayer.size().equals(mask.size())) {
      throw new IllegalArgumentException(
          "picture, restored, productLayer and mask must be of one size: "
              + picture.size()
              + ", "
              + restored.size()
              + ", "
              + productLayer.size()
              + ", "
              + mask.size());
    }
  }

  @Override
  public String toString() {
    return "CheckRequest[" + candidate.id() + "]";
  }

  /** Builds a {@link CheckRequest}. Not thread-safe. */
  public static final class Builder {
    private final Candidate candidate;
    private final ImageSource picture;
    private final ImageSource restored;
    private final ImageSource productLayer;
    private final Mask mask;
    private final Scene scene;
    private final Caption caption;
    private BrandKit brandKit = BrandKit.neutral();
    private @Nullable ImageSource background;
    private double overflow;

    private Builder(
        Candidate candidate,
        ImageSource picture,
        ImageSource restored,
        ImageSource productLayer,
        Mask mask,
        Scene scene,
        Caption caption) {
      this.candidate = Objects.requireNonNull(candidate, "candidate");
      this.picture = Objects.requireNonNull(picture, "picture");
      this.restored = Objects.requireNonNull(restored, "restored");
      this.productLayer = Objects.requireNonNull(productLayer, "productLayer");
      this.mask = Objects.requireNonNull(mask, "mask");
      this.scene = Objects.requireNonNull(scene, "scene");
      this.caption = Objects.requireNonNull(caption, "caption");
    }

    /**
     * Sets the brand; neutral by default.
     *
     * @param brandKit the brand; neutral by default
     * @return this
     */
    public Builder brandKit(BrandKit brandKit) {
      this.brandKit = Objects.requireNonNull(brandKit, "brandKit");
      return this;
    }

    /**
     * Sets what was behind the product before it was generated, at the size of the canvas.
     *
     * @param background what was behind the product before it was generated, at the size of the
     *     canvas
     * @return this
     */
    public Builder background(ImageSource background) {
      this.background = Objects.requireNonNull(background, "background");
      return this;
    }

    /**
     * Sets the largest share of a product's box that the canvas' edges may cut off; 0 by default.
     *
     * @param overflow the share that the grid allows, from 0 to 0.9
     * @return this
     */
    public Builder overflow(double overflow) {
      this.overflow = overflow;
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     */
    public CheckRequest build() {
      return new CheckRequest(this);
    }
  }
}
