package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brandimage.pipeline.result.CandidateRecord;
import org.brandimage.pipeline.result.RoundRecord;
import org.brandimage.pipeline.result.RunHistory;
import org.brandimage.quality.PolicyDecision;
import org.brandimage.spi.brief.CampaignBrief;
import org.brandimage.spi.brief.CanvasSize;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.brandimage.spi.error.BrandImageException;
import org.brandimage.spi.error.RunCancelledException;
import org.brandimage.spi.error.StageTimeoutException;
import org.brandimage.spi.refine.RefineRequest;
import org.brandimage.spi.refine.Refinement;

/**
 * When a run has another round, and what it does differently. It ends when enough pictures pass,
 * when rounds or budget are used up, when nothing is left to mend, or when a refinement says what
 * was said before. A later round that fails ends the rounds, not the run: what the earlier ones
 * made is kept. Used by the run's own thread only.
 */
final class Rounds {
  /** What the rounds need of their run. */
  record Parts(
      RunState state,
      StageCalls calls,
      CandidateTracker tracker,
      RunReport report,
      Preselection choice) {}

  /** One time through the stages. */
  @FunctionalInterface
  interface Production {
    List<JudgedImage> of(Round round) throws InterruptedException;
  }

  private final PipelineOptions options;
  private final RunRequest run;
  private final Parts parts;
  private final List<RoundRecord> records = new ArrayList<>();
  private Round current = Round.FIRST;
  private Cost before = Cost.NONE;
  private String ending = "";

  Rounds(PipelineOptions options, RunRequest run, Parts parts) {
    this.options = options;
    this.run = run;
    this.parts = parts;
  }

  /** Returns the question a person's feedback puts to the refiner, when there is some. */
  Optional<RefineRequest> wish() {
    return Optional.ofNullable(RefineQuestions.wish(run));
  }

  /**
   * Returns the first round of a run that a person's feedback began. Who picks without a word wants
   * another take of the same.
   */
  Round granted(RefineRequest request) throws InterruptedException {
    Refinement answer = parts.calls().refine(request);
    int takes = request.earlier().notes(StageId.OUTPAINT).size() + 1;
    Refinement change =
        answer.isEmpty()
            ? new Refinement(Map.of(StageId.OUTPAINT, List.of("take " + takes)), Set.of())
            : answer;
    current = new Round(1, request.earlier().plus(change), change);
    return current;
  }

  /** Adds the pictures of a later round; each picture stands once in the pool. */
  void addTo(List<JudgedImage> pool, Round round, Production production)
      throws InterruptedException {
    current = round;
    try {
      Map<String, JudgedImage> known = new HashMap<>();
      pool.forEach(judged -> known.put(judged.likeness(), judged));
      for (JudgedImage judged : production.of(round)) {
        JudgedImage before = known.putIfAbsent(judged.likeness(), judged);
        if (before == null) {
          pool.add(judged);
        } else if (before.failed() && !judged.captionedAs(before)) {
          // The same picture may be right for another caption.
          pool.set(pool.indexOf(before), judged);
          known.put(judged.likeness(), judged);
        } else {
          parts.tracker().sameAgain(judged);
        }
      }
    } catch (RunCancelledException | StageTimeoutException e) {
      throw e;
    } catch (BrandImageException e) {
      ending = "round " + round.number() + " failed: " + e.getMessage();
    }
  }

  /** Writes down what came of a round. */
  void over(Round round, List<JudgedImage> pool, PolicyDecision decision) {
    current = round;
    Cost spent = parts.state().costs().spent();
    Cost cost = new Cost(spent.units() - before.units(), spent.microUsd() - before.microUsd());
    before = spent;
    List<CandidateRecord> dropped = parts.tracker().all();
    records.add(
        RoundRecords.of(
            round, cost, RoundRecords.of(round, pool, dropped), decision.passed(), parts.choice()));
  }

  /** Tells whether this round was the last, and remembers why. */
  boolean enough(Round round, List<JudgedImage> pool, PolicyDecision decision) {
    Cost budget = options.budget();
    if (!ending.isEmpty()) {
      return true;
    }
    boolean last = round.number() >= options.rounds().most();
    if (enoughPassed(pool, decision) && (last || decision.relaxed().isEmpty())) {
      ending = "enough pictures passed";
    } else if (last) {
      ending = "no round was left";
    } else if (before.units() >= budget.units() || before.microUsd() >= budget.microUsd()) {
      ending = "the budget was spent";
    }
    return !ending.isEmpty();
  }

  RefineRequest question(Round round, List<JudgedImage> pool) {
    return RefineQuestions.failed(run.brief(), round, pool, parts.tracker().all());
  }

  /** Returns the next round, unless the refinement says nothing new or cannot be had. */
  Optional<Round> answered(RefineRequest request) throws InterruptedException {
    Refinement change;
    try {
      change = parts.calls().refine(request);
    } catch (RunCancelledException | StageTimeoutException e) {
      throw e;
    } catch (BrandImageException e) {
      ending = "the refiner failed: " + e.getMessage();
      return Optional.empty();
    }
    Round next = current.next(change);
    if (change.isEmpty()) {
      ending = "nothing was left to mend";
      return Optional.empty();
    }
    if (next.refinement().equals(current.refinement())) {
      ending = "the refinement repeated itself";
      return Optional.empty();
    }
    return Optional.of(next);
  }

  /** Returns the rounds, and warns when they did not lead to what was asked for. */
  RunHistory history() {
    if (options.rounds().most() > 1 && !ending.equals("enough pictures passed")) {
      parts
          .report()
          .warn("these are the best so far, after round " + current.number() + ": " + ending);
    }
    return RefineQuestions.history(run, current.refinement(), records, ending);
  }

  private boolean enoughPassed(List<JudgedImage> pool, PolicyDecision decision) {
    CampaignBrief brief = run.brief();
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
