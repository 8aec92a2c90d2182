package org.brandimage.pipeline.event;

import java.time.Duration;
import java.util.List;
import org.brandimage.pipeline.result.Warning;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;

/** Something that happened in a run. Immutable; tell the kinds apart with {@code instanceof}. */
public sealed interface PipelineEvent {
  /** {@return the run it happened in} */
  RunRef run();

  /** {@return the id of the run it happened in} */
  default String runId() {
    return run().id();
  }

  /**
   * A run was accepted and waits for a thread; the first event of every run given to {@code
   * runAsync}, {@code refineAsync} or {@code runAll}.
   *
   * @param run the run
   */
  record RunQueued(RunRef run) implements PipelineEvent {}

  /**
   * A run began. Its deadline counts from here.
   *
   * @param run the run
   * @param waited how long it was queued; zero for {@code run} and {@code refine}
   */
  record RunStarted(RunRef run, Duration waited) implements PipelineEvent {}

  /**
   * A stage began.
   *
   * @param run the run
   * @param stage the stage
   * @param total how many pieces of work it has
   */
  record StageStarted(RunRef run, StageId stage, int total) implements PipelineEvent {}

  /**
   * A stage finished a piece of work.
   *
   * @param run the run
   * @param stage the stage
   * @param done how many pieces are done, from 1 to total
   * @param total how many pieces of work it has
   */
  record StageProgress(RunRef run, StageId stage, int done, int total) implements PipelineEvent {}

  /**
   * A stage is done, or has ended with the run.
   *
   * @param run the run
   * @param stage the stage
   * @param elapsed how long it took
   * @param cost what the calls made during it cost
   */
  record StageCompleted(RunRef run, StageId stage, Duration elapsed, Cost cost)
      implements PipelineEvent {}

  /**
   * A candidate was dropped by a guideline, by a provider, or by an error.
   *
   * @param run the run
   * @param candidateId the candidate, as in the result
   * @param reasons why, one sentence each
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
   * Something that a person should know and that did not stop the run.
   *
   * @param run the run
   * @param warning what happened, where, and what to do
   */
  record RunWarning(RunRef run, Warning warning) implements PipelineEvent {}

  /**
   * A run gave a result; the last event of a run.
   *
   * @param run the run
   * @param finalists how many finalists it has
   * @param elapsed how long the run took
   * @param cost what the run cost
   */
  record RunFinished(RunRef run, int finalists, Duration elapsed, Cost cost)
      implements PipelineEvent {}

  /**
   * A run ended with an error; the last event of a run.
   *
   * @param run the run
   * @param error the simple name of the error's class
   */
  record RunFailed(RunRef run, String error) implements PipelineEvent {}
}
