package org.brandimage.spi.judge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.image.ImageSource;
import org.brandimage.spi.plan.Candidate;
import org.brandimage.spi.result.Fingerprint;
import org.brandimage.spi.retrieve.Scene;
import org.jspecify.annotations.Nullable;

/**
 * The input of a QualityJudge: one picture and the guidelines that measurement left unanswered.
 * Immutable.
 */
public final class JudgeRequest implements StageRequest {
  private final Candidate candidate;
  private final ImageSource image;
  private final ImageSource productLayer;
  private final Scene scene;
  private final Caption caption;
  private final List<Guideline> guidelines;
  private final @Nullable CampaignBrief brief;

  private JudgeRequest(Builder builder) {
    this.candidate = builder.candidate;
    this.image = builder.image;
    this.productLayer = builder.productLayer;
    this.scene = builder.scene;
    this.caption = builder.caption;
    this.guidelines = List.copyOf(builder.guidelines);
    this.brief = builder.brief;
  }

  /**
   * {@return a builder with the documented defaults}
   *
   * @param candidate the candidate, with the placements of its products
   * @param image the picture as it would be delivered
   * @param productLayer the products in their places, transparent elsewhere
   * @param scene the scene that the picture shows
   * @param caption the caption of the picture
   * @param guidelines the guidelines to answer, each once
   */
  public static Builder builder(
      Candidate candidate,
      ImageSource image,
      ImageSource productLayer,
      Scene scene,
      Caption caption,
      List<Guideline> guidelines) {
    return new Builder(candidate, image, productLayer, scene, caption, guidelines);
  }

  /** {@return the candidate, with the placements of its products} */
  public Candidate candidate() {
    return candidate;
  }

  /** {@return the picture as it would be delivered} */
  public ImageSource image() {
    return image;
  }

  /** {@return the product layer: the products in their places, transparent elsewhere} */
  public ImageSource productLayer() {
    return productLayer;
  }

  /** {@return the scene that the picture shows} */
  public Scene scene() {
    return scene;
  }

  /** {@return the caption of the picture} */
  public Caption caption() {
    return caption;
  }

  /** {@return the guidelines to answer, each once} */
  public List<Guideline> guidelines() {
    return guidelines;
  }

  /**
   * {@return the brief, with its brand kit, or empty outside a pipeline; always present in a
   * pipeline}
   */
  public Optional<CampaignBrief> brief() {
    return Optional.ofNullable(brief);
  }

  @Override
  public String fingerprint() {
    Fingerprint print =
        Fingerprint.of("judge")
            .add(candidate.id())
            .add(scene.fingerprint())
            .add(image.digest())
            .add(productLayer.digest())
            .add(caption.fingerprint())
            .add(brief == null ? "" : brief.brandKit().fingerprint());
    guidelines.forEach(guideline -> print.add(guideline.id()).add(guideline.statement()));
    return print.toHex();
  }

  @Override
  public String toString() {
    return "JudgeRequest[" + candidate.id() + ", " + guidelines.size() + " guidelines]";
  }

  /** A builder of {@link JudgeRequest}. Not thread-safe. */
  public static final class Builder {
    private final Candidate candidate;
    private final ImageSource image;
    private final ImageSource productLayer;
    private final Scene scene;
    private final Caption caption;
    private final List<Guideline> guidelines;
    private @Nullable CampaignBrief brief;

    private Builder(
        Candidate candidate,
        ImageSource image,
        ImageSource productLayer,
        Scene scene,
        Caption caption,
        List<Guideline> guidelines) {
      this.candidate = Objects.requireNonNull(candidate, "candidate");
      this.image = Objects.requireNonNull(image, "image");
      this.productLayer = Objects.requireNonNull(productLayer, "productLayer");
      this.scene = Objects.requireNonNull(scene, "scene");
      this.caption = Objects.requireNonNull(caption, "caption");
      this.guidelines = List.copyOf(guidelines);
    }

    /**
     * Sets the brief.
     *
     * @param brief the brief, with its brand kit; none by default
     * @return this
     */
    public Builder brief(CampaignBrief brief) {
      this.brief = Objects.requireNonNull(brief, "brief");
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     */
    public JudgeRequest build() {
      return new JudgeRequest(this);
    }
  }
}
