package org.brandimage.pipeline.result;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.image.Box;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.plan.Placement;
import org.jspecify.annotations.Nullable;

/** The record of one candidate: its placements, its guideline results and its fate. Immutable. */
public final class CandidateRecord {
  private final String id;
  private final String sceneId;
  private final CanvasSize canvas;
  private final Fate fate;
  private final List<Placement> placements;
  private final List<GuidelineResult> results;
  private final List<String> reasons;
  private final double score;
  private final Map<String, Double> features;
  private final @Nullable Box backgroundCrop;

  private CandidateRecord(Builder builder) {
    this.id = builder.id;
    this.sceneId = builder.sceneId;
    this.canvas = builder.canvas;
    this.fate = builder.fate;
    this.placements = List.copyOf(builder.placements);
    this.results = List.copyOf(builder.results);
    this.reasons = List.copyOf(builder.reasons);
    this.score = builder.score;
    this.backgroundCrop = builder.backgroundCrop;
    this.features = Collections.unmodifiableMap(new TreeMap<>(builder.features));
  }

  /**
   * Starts a builder.
   *
   * @param id the candidate's id, unique within the result
   * @param sceneId the id of the scene that it shows
   * @param canvas the canvas it was made for
   * @param fate how the candidate ended
   * @return a builder of a candidate without placements, results, reasons and score
   */
  public static Builder builder(String id, String sceneId, CanvasSize canvas, Fate fate) {
    return new Builder(id, sceneId, canvas, fate);
  }

  /** {@return the candidate's id, unique within the result} */
  public String id() {
    return id;
  }

  /** {@return the id of the scene that the candidate shows} */
  public String sceneId() {
    return sceneId;
  }

  /** {@return the canvas that the candidate was made for} */
  public CanvasSize canvas() {
    return canvas;
  }

  /** {@return the fate of the candidate: how it ended} */
  public Fate fate() {
    return fate;
  }

  /** {@return the placements of the products} */
  public List<Placement> placements() {
    return placements;
  }

  /** {@return the guideline results, one per guideline that was measured or judged} */
  public List<GuidelineResult> results() {
    return results;
  }

  /**
   * {@return the reasons why the candidate is not a finalist, one sentence each; empty for a
   * finalist}
   */
  public List<String> reasons() {
    return reasons;
  }

  /** {@return the ranker's score; 0 unless the candidate was ranked} */
  public double score() {
    return score;
  }

  /**
   * {@return the numbers that the score was computed from, by name; empty unless the candidate was
   * ranked}
   */
  public Map<String, Double> features() {
    return features;
  }

  /**
   * {@return the part of the background that the picture shows, in pixels of the upright photo;
   * empty for the largest part in the middle, or when there is no background}
   */
  public Optional<Box> backgroundCrop() {
    return Optional.ofNullable(backgroundCrop);
  }

  @Override
  public String toString() {
    return "CandidateRecord[" + id + " " + fate + "]";
  }

  /** The ways in which a candidate can end. */
  public enum Fate {
    /** It is delivered as a result. */
    FINALIST,
    /** It passed, but others were ranked above it. */
    RANKED,
    /** A guideline or a provider's filter dropped it. */
    REJECTED,
    /** It was not outpainted, because composites of other candidates of its grid scored better. */
    NOT_SELECTED,
    /** It is the same picture as one of an earlier round. */
    DUPLICATE,
    /** A step failed with an error. */
    FAILED
  }

  /** Builds a {@link CandidateRecord}, for tests and for stores of results. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final String sceneId;
    private final CanvasSize canvas;
    private final Fate fate;
    private List<Placement> placements = List.of();
    private List<GuidelineResult> results = List.of();
    private List<String> reasons = List.of();
    private double score = 0;
    private Map<String, Double> features = Map.of();

    private @Nullable Box backgroundCrop;

    private Builder(String id, String sceneId, CanvasSize canvas, Fate fate) {
      this.id = Objects.requireNonNull(id, "id");
      this.sceneId = Objects.requireNonNull(sceneId, "sceneId");
      this.canvas = Objects.requireNonNull(canvas, "canvas");
      this.fate = Objects.requireNonNull(fate, "fate");
    }

    /**
     * Sets the placements of the products.
     *
     * @param placements one per product; none by default
     * @return this
     */
    public Builder placements(List<Placement> placements) {
      this.placements = List.copyOf(placements);
      return this;
    }

    /**
     * Sets the guideline results.
     *
     * @param results one per guideline that was measured or judged; none by default
     * @return this
     */
    public Builder results(List<GuidelineResult> results) {
      this.results = List.copyOf(results);
      return this;
    }

    /**
     * Sets the reasons why the candidate is not a finalist.
     *
     * @param reasons one sentence each; empty for a finalist and by default
     * @return this
     */
    public Builder reasons(List<String> reasons) {
      this.reasons = List.copyOf(reasons);
      return this;
    }

    /**
     * Sets the ranker's score.
     *
     * @param score 0 by default and unless the candidate was ranked
     * @return this
     */
    public Builder score(double score) {
      this.score = score;
      return this;
    }

    /**
     * Sets the numbers that the score was computed from.
     *
     * @param features the numbers by name; empty by default and unless the candidate was ranked
     * @return this
     */
    public Builder features(Map<String, Double> features) {
      this.features = Collections.unmodifiableMap(new TreeMap<>(features));
      return this;
    }

    /**
     * Sets the part of the background that the picture shows.
     *
     * @param crop in pixels of the upright photo, or null for the largest part in the middle
     * @return this
     */
    public Builder backgroundCrop(@Nullable Box crop) {
      this.backgroundCrop = crop;
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     */
    public CandidateRecord build() {
      return new CandidateRecord(this);
    }
  }
}
