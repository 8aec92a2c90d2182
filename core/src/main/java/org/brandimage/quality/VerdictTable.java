package org.brandimage.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;

/** Verdicts checked against their guidelines, and the counting that the policies share. */
final class VerdictTable {
  private final List<Verdict> verdicts;
  private final Map<String, Guideline> guidelines = new LinkedHashMap<>();

  VerdictTable(List<Verdict> verdicts, List<Guideline> guidelines) {
    this.verdicts = List.copyOf(verdicts);
    for (Guideline guideline : guidelines) {
      if (this.guidelines.put(guideline.id(), guideline) != null) {
        throw new IllegalArgumentException("guideline occurs twice: " + guideline.id());
      }
    }
    Set<String> candidates = new HashSet<>();
    for (Verdict verdict : verdicts) {
      if (!candidates.add(verdict.candidateId())) {
        throw new IllegalArgumentException("candidate occurs twice: " + verdict.candidateId());
      }
      checkKnown(verdict);
    }
  }

  /** Decides with a rule that gives each verdict's reasons for rejection, none meaning a pass. */
  PolicyDecision decide(List<String> relaxed, Function<Verdict, List<String>> reasons) {
    List<String> passed = new ArrayList<>();
    Map<String, List<String>> rejected = new LinkedHashMap<>();
    Map<String, List<String>> unanswered = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      List<String> against = reasons.apply(verdict);
      if (against.isEmpty()) {
        passed.add(verdict.candidateId());
      } else {
        rejected.put(verdict.candidateId(), against);
      }
      List<Guideline> open = unanswered(verdict);
      if (!open.isEmpty()) {
        unanswered.put(verdict.candidateId(), open.stream().map(Guideline::id).toList());
      }
    }
    return new PolicyDecision(passed, relaxed, rejected, unanswered);
  }

  /** The failures of a verdict as reasons, those of dropped guidelines left out. */
  List<String> failures(Verdict verdict, Set<String> dropped) {
    return verdict.results().stream()
        .filter(result -> result.outcome() == Outcome.FAIL)
        .filter(result -> !dropped.contains(result.guidelineId()))
        .map(result -> result.guidelineId() + ": " + result.reason())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** The guidelines that a verdict leaves open or does not mention. */
  List<Guideline> unanswered(Verdict verdict) {
    Set<String> answered =
        verdict.results().stream()
            .filter(result -> result.outcome() != Outcome.UNANSWERED)
            .map(GuidelineResult::guidelineId)
            .collect(Collectors.toSet());
    return guidelines.values().stream().filter(g -> !answered.contains(g.id())).toList();
  }

  /** The guideline that a result answers; the constructor made sure that there is one. */
  Guideline guideline(GuidelineResult result) {
    Guideline guideline = guidelines.get(result.guidelineId());
    if (guideline == null) {
      throw new IllegalStateException("unchecked guideline " + result.guidelineId());
    }
    return guideline;
  }

  private void checkKnown(Verdict verdict) {
    for (GuidelineResult result : verdict.results()) {
      if (!guidelines.containsKey(result.guidelineId())) {
        throw new IllegalArgumentException(
            "candidate "
                + verdict.candidateId()
                + " is answered for guideline "
                + result.guidelineId()
                + ", which is not among "
                + guidelines.keySet());
      }
    }
  }
}
