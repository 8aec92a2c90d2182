package org.brandimage.pipeline.result;

import java.util.List;
import java.util.Objects;
import org.brandimage.pipeline.result.CandidateRecord.Fate;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;

/**
 * The result of a run. It may hold fewer finalists than asked for, or none, when guidelines dropped
 * the rest: {@link #rejected()} says why. Immutable.
 *
 * @param runId the run
 * @param brief what was asked for; of a result that was read back, without its pinned assets
 * @param finalists the pictures, by canvas in the order of the brief, then by place
 * @param candidates every candidate of the run, finalists included, in the order of the grid
 * @param scenes what each scene showed
 * @param warnings what is not as it was asked for, in the order in which it was noticed
 * @param provenance how it came to be
 */
public record RunResult(
    String runId,
    CampaignBrief brief,
    List<Finalist> finalists,
    List<CandidateRecord> candidates,
    List<SceneRecord> scenes,
    List<Warning> warnings,
    Provenance provenance) {
  /** Checks and copies the values. */
  public RunResult {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(brief, "brief");
    Objects.requireNonNull(provenance, "provenance");
    finalists = List.copyOf(finalists);
    candidates = List.copyOf(candidates);
    scenes = List.copyOf(scenes);
    warnings = List.copyOf(warnings);
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
}
