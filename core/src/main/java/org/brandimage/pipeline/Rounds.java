package org.brandimage.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brandimage.pipeline.candidate.JudgedImage;
import org.brandimage.quality.PolicyDecision;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;

/**
 * The decision whether a run has another round. It has none when enough passed, when rounds or
 * budget are used up, when nothing is left to mend, or when a refinement repeats the one before. A
 * pure function of what it is given.
 *
 * @param options the most rounds and the budget
 * @param brief how many finalists are wanted of which canvases
 */
record Rounds(PipelineOptions options, CampaignBrief brief) {
  /** The ending of a run that has what was asked for. */
  static final String ENOUGH = "enough pictures passed";

  /**
   * Returns why a round is the last, or empty when another should follow.
   *
   * @param round the round that is over
   * @param pool the pictures of all rounds
   * @param decision the policy's decision on them
   * @param spent what the run has spent so far
   */
  Optional<String> ending(
      Round round, List<JudgedImage> pool, PolicyDecision decision, Cost spent) {
    boolean last = round.number() >= options.rounds().most();
    if (enoughPassed(pool, decision) && (last || decision.relaxed().isEmpty())) {
      return Optional.of(ENOUGH);
    } else if (last) {
      return Optional.of("no round was left");
    } else if (options.budget().isUsedUpBy(spent)) {
      return Optional.of("the budget was spent");
    }
    return Optional.empty();
  }

  /** Returns why a refinement leads to no further round, or empty when it does. */
  static Optional<String> objection(Round current, Refinement change) {
    if (change.isEmpty()) {
      return Optional.of("nothing was left to mend");
    }
    return current.next(change).refinement().equals(current.refinement())
        ? Optional.of("the refinement repeated itself")
        : Optional.empty();
  }

  /**
   * Returns the first round of a run that a person's feedback began. A pick without a word asks for
   * another take of the same.
   */
  static Round afterFeedback(RefineRequest request, Refinement answer) {
    int takes = request.earlier().notes(StageId.OUTPAINT).size() + 1;
    Refinement change =
        answer.isEmpty()
            ? new Refinement(Map.of(StageId.OUTPAINT, List.of("take " + takes)), Set.of())
            : answer;
    return new Round(1, request.earlier().plus(change), change);
  }

  private boolean enoughPassed(List<JudgedImage> pool, PolicyDecision decision) {
    Set<String> passed = Set.copyOf(decision.passed());
    for (CanvasSize canvas : brief.canvases()) {
      long count =
          pool.stream()
              .filter(judged -> passed.contains(judged.id()))
              .filter(judged -> judged.composite().planned().canvas().equals(canvas))
              .count();
      if (count < brief.finalists()) {
        return false;
      }
    }
    return true;
  }
}
