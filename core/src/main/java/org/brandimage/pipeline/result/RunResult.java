package org.brandimage.pipeline.result;

import java.util.List;
import java.util.Objects;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;

/**
 * The result of a run. It may hold fewer finalists than asked for, or none, when guidelines dropped
 * the rest: {@link #rejected()} says why. Immutable.
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
   * @param brief what was asked for; of a result that was read back, without its pinned assets
   * @param provenance how it came to be
   * @return a builder of a result without candidates, scenes and warnings
   */
  public static Builder builder(String runId, CampaignBrief brief, Provenance provenance) {
    return new Builder(runId, brief, provenance);
  }

  /**
   * Returns the id of the run.
   *
   * @return the id of the run
   */
  public String runId() {
    return runId;
  }

  /**
   * Returns what was asked for; of a result that was read back, without its pinned assets.
   *
   * @return what was asked for; of a result that was read back, without its pinned assets
   */
  public CampaignBrief brief() {
    return brief;
  }

  /**
   * Returns the pictures, by canvas in the order of the brief, then by place.
   *
   * @return the pictures, by canvas in the order of the brief, then by place
   */
  public List<Finalist> finalists() {
    return finalists;
  }

  /**
   * Returns every candidate of the run, finalists included, in the order of the grid.
   *
   * @return every candidate of the run, finalists included, in the order of the grid
   */
  public List<CandidateRecord> candidates() {
    return candidates;
  }

  /**
   * Returns what each scene showed.
   *
   * @return what each scene showed
   */
  public List<SceneRecord> scenes() {
    return scenes;
  }

  /**
   * Returns what is not as it was asked for, in the order in which it was noticed.
   *
   * @return what is not as it was asked for, in the order in which it was noticed
   */
  public List<Warning> warnings() {
    return warnings;
  }

  /**
   * Returns how it came to be.
   *
   * @return how it came to be
   */
  public Provenance provenance() {
    return provenance;
  }

  /**
   * Returns the finalists of one canvas.
   *
   * @param canvas a canvas of the brief
   * @return its finalists, the best first
   */
  public List<Finalist> finalists(CanvasSize canvas) {
    return finalists.stream()
        .filter(finalist -> finalist.candidate().canvas().equals(canvas))
        .toList();
  }

  /**
   * Returns the candidates that were dropped.
   *
   * @return those rejected or failed, each with its reasons
   */
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

  /** Builds a {@link RunResult}, for tests and for stores of results. Not thread-safe. */
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
     * Sets the pictures, by canvas in the order of the brief, then by place.
     *
     * @param finalists the pictures, by canvas in the order of the brief, then by place
     * @return this
     */
    public Builder finalists(List<Finalist> finalists) {
      this.finalists = List.copyOf(finalists);
      return this;
    }

    /**
     * Sets every candidate of the run, finalists included, in the order of the grid.
     *
     * @param candidates every candidate of the run, finalists included, in the order of the grid
     * @return this
     */
    public Builder candidates(List<CandidateRecord> candidates) {
      this.candidates = List.copyOf(candidates);
      return this;
    }

    /**
     * Sets what each scene showed.
     *
     * @param scenes what each scene showed
     * @return this
     */
    public Builder scenes(List<SceneRecord> scenes) {
      this.scenes = List.copyOf(scenes);
      return this;
    }

    /**
     * Sets what is not as it was asked for, in the order in which it was noticed.
     *
     * @param warnings what is not as it was asked for, in the order in which it was noticed
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
