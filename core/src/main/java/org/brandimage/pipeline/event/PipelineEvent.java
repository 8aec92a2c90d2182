package org.brandimage.pipeline.event;

import java.time.Duration;
import java.util.List;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;

/** Something that happened in a run. Immutable; tell the kinds apart with {@code instanceof}. */
public sealed interface PipelineEvent {
  /**
   * Returns the run it happened in.
   *
   * @return the run id
   */
  String runId();

  /**
   * A run began; the first event of every run.
   *
   * @param runId the run
   */
  record RunStarted(String runId) implements PipelineEvent {}

  /**
   * A stage began.
   *
   * @param runId the run
   * @param stage the stage
   * @param total how many pieces of work it has
   */
  record StageStarted(String runId, StageId stage, int total) implements PipelineEvent {}

  /**
   * A stage finished a piece of work.
   *
   * @param runId the run
   * @param stage the stage
   * @param done how many pieces are done, from 1 to total
   * @param total how many pieces of work it has
   */
  record StageProgress(String runId, StageId stage, int done, int total) implements PipelineEvent {}

  /**
   * A stage is done.
   *
   * @param runId the run
   * @param stage the stage
   * @param elapsed how long it took
   * @param cost what the calls made during it cost
   */
  record StageCompleted(String runId, StageId stage, Duration elapsed, Cost cost)
      implements PipelineEvent {}

  /**
   * A candidate was dropped by a guideline, by a provider, or by an error.
   *
   * @param runId the run
   * @param candidateId the candidate, as in the result
   * @param reasons why, one sentence each
   */
  record CandidateRejected(String runId, String candidateId, List<String> reasons)
      implements PipelineEvent {
    /** Copies the reasons. */
    public CandidateRejected {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Something that a person should know and that did not stop the run.
   *
   * @param runId the run
   * @param warning what happened, where, and what to do
   */
  record RunWarning(String runId, Warning warning) implements PipelineEvent {}

  /**
   * A run gave a result; the last event of a run.
   *
   * @param runId the run
   * @param finalists how many finalists it has
   * @param elapsed how long the run took
   * @param cost what the run cost
   */
  record RunFinished(String runId, int finalists, Duration elapsed, Cost cost)
      implements PipelineEvent {}

  /**
   * A run ended with an error; the last event of a run.
   *
   * @param runId the run
   * @param error the simple name of the error's class
   */
  record RunFailed(String runId, String error) implements PipelineEvent {}
}
