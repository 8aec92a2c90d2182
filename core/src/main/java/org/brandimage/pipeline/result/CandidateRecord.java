package org.brandimage.pipeline.result;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.plan.Placement;

/** What became of one candidate. Immutable. */
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

  private CandidateRecord(Builder builder) {
    this.id = builder.id;
    this.sceneId = builder.sceneId;
    this.canvas = builder.canvas;
    this.fate = builder.fate;
    this.placements = List.copyOf(builder.placements);
    this.results = List.copyOf(builder.results);
    this.reasons = List.copyOf(builder.reasons);
    this.score = builder.score;
    this.features = Collections.unmodifiableMap(new TreeMap<>(builder.features));
  }

  /**
   * Starts a builder.
   *
   * @param id its id, unique within the result
   * @param sceneId the id of the scene it shows
   * @param canvas the size it was made for
   * @param fate what became of it
   * @return a builder of a candidate without placements, results, reasons and score
   */
  public static Builder builder(String id, String sceneId, CanvasSize canvas, Fate fate) {
    return new Builder(id, sceneId, canvas, fate);
  }

  /**
   * Returns its id, unique within the result.
   *
   * @return its id, unique within the result
   */
  public String id() {
    return id;
  }

  /**
   * Returns the id of the scene it shows.
   *
   * @return the id of the scene it shows
   */
  public String sceneId() {
    return sceneId;
  }

  /**
   * Returns the size it was made for.
   *
   * @return the size it was made for
   */
  public CanvasSize canvas() {
    return canvas;
  }

  /**
   * Returns what became of it.
   *
   * @return what became of it
   */
  public Fate fate() {
    return fate;
  }

  /**
   * Returns where the products stand.
   *
   * @return where the products stand
   */
  public List<Placement> placements() {
    return placements;
  }

  /**
   * Returns the guidelines that were answered.
   *
   * @return the guidelines that were answered
   */
  public List<GuidelineResult> results() {
    return results;
  }

  /**
   * Returns why it is not a finalist, one sentence each; empty for a finalist.
   *
   * @return why it is not a finalist, one sentence each; empty for a finalist
   */
  public List<String> reasons() {
    return reasons;
  }

  /**
   * Returns the ranker's score; 0 unless it was ranked.
   *
   * @return the ranker's score; 0 unless it was ranked
   */
  public double score() {
    return score;
  }

  /**
   * Returns the numbers the score was made of; empty unless it was ranked.
   *
   * @return the numbers the score was made of; empty unless it was ranked
   */
  public Map<String, Double> features() {
    return features;
  }

  @Override
  public String toString() {
    return "CandidateRecord[" + id + " " + fate + "]";
  }

  /** What can become of a candidate. */
  public enum Fate {
    /** A person gets to see it. */
    FINALIST,
    /** It passed, but others were ranked above it. */
    RANKED,
    /** A guideline or a provider's filter dropped it. */
    REJECTED,
    /** It was not outpainted: others of its grid promised more. */
    NOT_SELECTED,
    /** It is the same picture as one of an earlier round. */
    DUPLICATE,
    /** An error ended it. */
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

    private Builder(String id, String sceneId, CanvasSize canvas, Fate fate) {
      this.id = Objects.requireNonNull(id, "id");
      this.sceneId = Objects.requireNonNull(sceneId, "sceneId");
      this.canvas = Objects.requireNonNull(canvas, "canvas");
      this.fate = Objects.requireNonNull(fate, "fate");
    }

    /**
     * Sets where the products stand.
     *
     * @param placements where the products stand
     * @return this
     */
    public Builder placements(List<Placement> placements) {
      this.placements = List.copyOf(placements);
      return this;
    }

    /**
     * Sets the guidelines that were answered.
     *
     * @param results the guidelines that were answered
     * @return this
     */
    public Builder results(List<GuidelineResult> results) {
      this.results = List.copyOf(results);
      return this;
    }

    /**
     * Sets why it is not a finalist, one sentence each; empty for a finalist.
     *
     * @param reasons why it is not a finalist, one sentence each; empty for a finalist
     * @return this
     */
    public Builder reasons(List<String> reasons) {
      this.reasons = List.copyOf(reasons);
      return this;
    }

    /**
     * Sets the ranker's score; 0 unless it was ranked.
     *
     * @param score the ranker's score; 0 unless it was ranked
     * @return this
     */
    public Builder score(double score) {
      this.score = score;
      return this;
    }

    /**
     * Sets the numbers the score was made of; empty unless it was ranked.
     *
     * @param features the numbers the score was made of; empty unless it was ranked
     * @return this
     */
    public Builder features(Map<String, Double> features) {
      this.features = Collections.unmodifiableMap(new TreeMap<>(features));
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
