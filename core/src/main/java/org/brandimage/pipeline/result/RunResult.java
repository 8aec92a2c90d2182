package org.brandimage.pipeline.result;

import java.util.List;
import java.util.Objects;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;

/**
 * The result of a run. It may hold fewer finalists than asked for, or none, when guidelines
 * rejected the other candidates; {@link #rejected()} lists these with their reasons. Immutable.
 */
public final class RunResult {
  private final String runId;
  private final CampaignBrief brief;
  private final List<Finalist> finalists;
  private final List<CandidateRecord> candidates;
  private final List<SceneRecord> scenes;
  private final List<Warning> warnings;
  private final Provenance provenance;

  private RunResult(Builder builder) {
    this.runId = builder.runId;
    this.brief = builder.brief;
    this.finalists = List.copyOf(builder.finalists);
    this.candidates = List.copyOf(builder.candidates);
    this.scenes = List.copyOf(builder.scenes);
    this.warnings = List.copyOf(builder.warnings);
    this.provenance = builder.provenance;
  }

  /**
   * Starts a builder.
   *
   * @param runId the id of the run
   * @param brief the brief; without its pinned assets when the result was read back from disk
   * @param provenance the record of how the result was made
   * @return a builder of a result without candidates, scenes and warnings
   */
  public static Builder builder(String runId, CampaignBrief brief, Provenance provenance) {
    return new Builder(runId, brief, provenance);
  }

  /** {@return the id of the run} */
  public String runId() {
    return runId;
  }

  /** {@return the brief; without its pinned assets when the result was read back from disk} */
  public CampaignBrief brief() {
    return brief;
  }

  /** {@return the finalists, by canvas in the order of the brief, then by place} */
  public List<Finalist> finalists() {
    return finalists;
  }

  /** {@return all candidates of the run, finalists included, in the order of the grid} */
  public List<CandidateRecord> candidates() {
    return candidates;
  }

  /** {@return the records of all scenes} */
  public List<SceneRecord> scenes() {
    return scenes;
  }

  /** {@return the warnings, in the order in which they arose} */
  public List<Warning> warnings() {
    return warnings;
  }

  /** {@return the provenance: the record of how the result was made} */
  public Provenance provenance() {
    return provenance;
  }

  /**
   * {@return the finalists of one canvas, the best first}
   *
   * @param canvas a canvas of the brief
   */
  public List<Finalist> finalists(CanvasSize canvas) {
    return finalists.stream()
        .filter(finalist -> finalist.candidate().canvas().equals(canvas))
        .toList();
  }

  /** {@return the candidates that were rejected or failed, each with its reasons} */
  public List<CandidateRecord> rejected() {
    return candidates.stream()
        .filter(candidate -> candidate.fate() == Fate.REJECTED || candidate.fate() == Fate.FAILED)
        .toList();
  }

  @Override
  public String toString() {
    return "RunResult["
        + runId
        + ", "
        + finalists.size()
        + " of "
        + candidates.size()
        + " candidates]";
  }

  /** A builder of {@link RunResult}, for tests and for stores of results. Not thread-safe. */
  public static final class Builder {
    private final String runId;
    private final CampaignBrief brief;
    private List<Finalist> finalists = List.of();
    private List<CandidateRecord> candidates = List.of();
    private List<SceneRecord> scenes = List.of();
    private List<Warning> warnings = List.of();
    private final Provenance provenance;

    private Builder(String runId, CampaignBrief brief, Provenance provenance) {
      this.runId = Objects.requireNonNull(runId, "runId");
      this.brief = Objects.requireNonNull(brief, "brief");
      this.provenance = Objects.requireNonNull(provenance, "provenance");
    }

    /**
     * Sets the finalists.
     *
     * @param finalists by canvas in the order of the brief, then by place
     * @return this
     */
    public Builder finalists(List<Finalist> finalists) {
      this.finalists = List.copyOf(finalists);
      return this;
    }

    /**
     * Sets all candidates of the run.
     *
     * @param candidates finalists included, in the order of the grid
     * @return this
     */
    public Builder candidates(List<CandidateRecord> candidates) {
      this.candidates = List.copyOf(candidates);
      return this;
    }

    /**
     * Sets the records of all scenes.
     *
     * @param scenes one record per scene; none by default
     * @return this
     */
    public Builder scenes(List<SceneRecord> scenes) {
      this.scenes = List.copyOf(scenes);
      return this;
    }

    /**
     * Sets the warnings.
     *
     * @param warnings in the order in which they arose; none by default
     * @return this
     */
    public Builder warnings(List<Warning> warnings) {
      this.warnings = List.copyOf(warnings);
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     */
    public RunResult build() {
      return new RunResult(this);
    }
  }
}
