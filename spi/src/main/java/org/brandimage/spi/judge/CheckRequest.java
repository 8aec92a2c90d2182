package org.brandimage.spi.judge;

import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.image.Mask;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.retrieve.Scene;
import org.brandimage.spi.scene.SceneView;
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
  private final @Nullable SceneView sceneView;

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
    this.sceneView = builder.sceneView;
    check();
  }

  /**
   * {@return a builder with the documented defaults}
   *
   * @param candidate the candidate, with the placements of its products
   * @param picture the unrestored picture: the composite in phase COMPOSITE, the provider's picture
   *     in phase GENERATED
   * @param restored the picture with the products' own pixels put back; the composite itself in
   *     phase COMPOSITE
   * @param productLayer the products in their places, transparent elsewhere
   * @param mask the products' pixels as KEEP
   * @param scene the scene that the picture shows
   * @param caption the caption of the picture
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

  /** {@return the candidate, with the placements of its products} */
  public Candidate candidate() {
    return candidate;
  }

  /**
   * {@return the unrestored picture: the composite in phase COMPOSITE, the provider's picture in
   * phase GENERATED}
   */
  public ImageSource picture() {
    return picture;
  }

  /**
   * {@return the picture with the products' own pixels put back; the composite itself in phase
   * COMPOSITE}
   */
  public ImageSource restored() {
    return restored;
  }

  /** {@return the product layer: the products in their places, transparent elsewhere} */
  public ImageSource productLayer() {
    return productLayer;
  }

  /** {@return the mask, in which the products' pixels are KEEP} */
  public Mask mask() {
    return mask;
  }

  /** {@return the scene that the picture shows} */
  public Scene scene() {
    return scene;
  }

  /** {@return the caption of the picture} */
  public Caption caption() {
    return caption;
  }

  /** {@return the brand kit; neutral by default} */
  public BrandKit brandKit() {
    return brandKit;
  }

  /**
   * {@return the background that the products were composed on, at the size of the canvas, or empty
   * when there was none}
   */
  public Optional<ImageSource> background() {
    return Optional.ofNullable(background);
  }

  /**
   * {@return the largest share of a product's box, across and down each, that the canvas' edges may
   * cut off, from 0 to 0.9 as the grid allows; 0 by default}
   */
  public double overflow() {
    return overflow;
  }

  /**
   * {@return what the background shows and which part of it the picture does, or empty when it was
   * not read or the picture does not keep it}
   */
  public Optional<SceneView> sceneView() {
    return Optional.ofNullable(sceneView);
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

  /** A builder of {@link CheckRequest}. Not thread-safe. */
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
    private @Nullable SceneView sceneView;

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
     * Sets the brand kit.
     *
     * @param brandKit neutral by default
     * @return this
     */
    public Builder brandKit(BrandKit brandKit) {
      this.brandKit = Objects.requireNonNull(brandKit, "brandKit");
      return this;
    }

    /**
     * Sets the background that the products were composed on; none by default.
     *
     * @param background a picture of the canvas' size
     * @return this
     */
    public Builder background(ImageSource background) {
      this.background = Objects.requireNonNull(background, "background");
      return this;
    }

    /**
     * Sets the largest share of a product's box, across and down each, that the canvas' edges may
     * cut off.
     *
     * @param overflow the share that the grid allows, from 0 to 0.9; 0 by default
     * @return this
     */
    public Builder overflow(double overflow) {
      this.overflow = overflow;
      return this;
    }

    /**
     * Sets what the background shows and which part of it the picture does; not known by default.
     *
     * @param sceneView a view on a canvas of the picture's size
     * @return this
     */
    public Builder sceneView(SceneView sceneView) {
      this.sceneView = Objects.requireNonNull(sceneView, "sceneView");
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     * @throws IllegalArgumentException when picture, restored, product layer and mask are not of
     *     one size, or the overflow is outside 0 to 0.9
     */
    public CheckRequest build() {
      return new CheckRequest(this);
    }
  }
}
