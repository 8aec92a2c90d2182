package org.brandimage.pipeline.result;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.refine.Feedback;
import org.brandimage.spi.refine.Refinement;

/**
 * The rounds a result came about in, and the result it goes on from.
 *
 * @param previousRunId the run whose result a person gave feedback on; empty for a first run
 * @param feedback all that was said since the first run, oldest first
 * @param refinement all that the last round was told to do differently from the brief
 * @param rounds the rounds of this run, at least one unless the run is older than this record
 * @param ending why there was no further round, as one phrase
 */
public record RunHistory(
    String previousRunId,
    List<Feedback> feedback,
    Refinement refinement,
    List<RoundRecord> rounds,
    String ending) {
  /** What is known of a run that was written before rounds were. */
  public static final RunHistory UNKNOWN =
      new RunHistory("", List.of(), Refinement.NONE, List.of(), "");

  /** Checks and copies the values. */
  public RunHistory {
    Objects.requireNonNull(previousRunId, "previousRunId");
    Objects.requireNonNull(refinement, "refinement");
    Objects.requireNonNull(ending, "ending");
    feedback = List.copyOf(feedback);
    rounds = List.copyOf(rounds);
  }
}
