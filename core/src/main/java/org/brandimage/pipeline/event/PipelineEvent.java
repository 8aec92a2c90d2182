package org.brandimage.pipeline.event;

import java.time.Duration;
import java.util.List;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;

/** An event of a run. Immutable. Use {@code instanceof} to distinguish the kinds. */
public sealed interface PipelineEvent {
  /** {@return the run in which the event happened} */
  RunRef run();

  /** {@return the id of the run in which the event happened} */
  default String runId() {
    return run().id();
  }

  /**
   * A run was accepted and is queued. This is the first event of every run given to {@code
   * runAsync}, {@code refineAsync} or {@code runAll}.
   *
   * @param run the run
   */
  record RunQueued(RunRef run) implements PipelineEvent {}

  /**
   * A run began. Its deadline counts from here.
   *
   * @param run the run
   * @param waited the time that it was queued; zero for {@code run} and {@code refine}
   */
  record RunStarted(RunRef run, Duration waited) implements PipelineEvent {}

  /**
   * A stage began.
   *
   * @param run the run
   * @param stage the stage
   * @param total the number of its pieces of work
   */
  record StageStarted(RunRef run, StageId stage, int total) implements PipelineEvent {}

  /**
   * A stage finished a piece of work.
   *
   * @param run the run
   * @param stage the stage
   * @param done the number of pieces that are done, from 1 to {@code total}
   * @param total the number of its pieces of work
   */
  record StageProgress(RunRef run, StageId stage, int done, int total) implements PipelineEvent {}

  /**
   * A stage finished, or ended because the run ended.
   *
   * @param run the run
   * @param stage the stage
   * @param elapsed the time that it took
   * @param cost the cost of the calls made during it
   */
  record StageCompleted(RunRef run, StageId stage, Duration elapsed, Cost cost)
      implements PipelineEvent {}

  /**
   * A candidate was dropped by a guideline, by a provider, or by an error.
   *
   * @param run the run
   * @param candidateId the id of the candidate, as in the result
   * @param reasons the reasons, one sentence each
   * @param guidelines the ids of the guidelines that it failed; empty when a provider or an error
   *     dropped it
   */
  record CandidateRejected(
      RunRef run, String candidateId, List<String> reasons, List<String> guidelines)
      implements PipelineEvent {
    /** Copies the lists. */
    public CandidateRejected {
      reasons = List.copyOf(reasons);
      guidelines = List.copyOf(guidelines);
    }
  }

  /**
   * A warning arose that did not stop the run.
   *
   * @param run the run
   * @param warning what happened, where, and what to do about it
   */
  record RunWarning(RunRef run, Warning warning) implements PipelineEvent {}

  /**
   * A run ended with a result. This is the last event of a run.
   *
   * @param run the run
   * @param finalists the number of finalists
   * @param elapsed the time that the run took
   * @param cost the cost of the run
   */
  record RunFinished(RunRef run, int finalists, Duration elapsed, Cost cost)
      implements PipelineEvent {}

  /**
   * A run ended with an error. This is the last event of a run.
   *
   * @param run the run
   * @param error the simple name of the error's class
   */
  record RunFailed(RunRef run, String error) implements PipelineEvent {}
}
