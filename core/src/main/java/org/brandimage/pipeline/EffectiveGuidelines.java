package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.brandimage.quality.JudgePolicy;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.Guideline.AnsweredBy;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineCheck.Phase;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;

/**
 * The guidelines a run holds its pictures to: those of the measured checks, then those of the
 * generator's set, then the brand kit's own; a later one takes the place of an earlier one of the
 * same id.
 */
final class EffectiveGuidelines {
  private final List<GuidelineCheck> checks;
  private final JudgePolicy policy;
  private final Map<String, Guideline> byId = new LinkedHashMap<>();

  EffectiveGuidelines(Stages stages, BrandKit brandKit, JudgePolicy policy) {
    this.policy = policy;
    stages.checks().forEach(check -> byId.put(check.guideline().id(), check.guideline()));
    stages.guidelines().forEach(guideline -> byId.put(guideline.id(), guideline));
    brandKit.guidelines().forEach(guideline -> byId.put(guideline.id(), guideline));
    if (!brandKit.forbiddenElements().isEmpty()) {
      byId.putIfAbsent(
          "no-forbidden-elements",
          Guideline.required(
              "no-forbidden-elements",
              "The picture shows none of these: "
                  + String.join(", ", brandKit.forbiddenElements())));
    }
    this.checks =
        stages.checks().stream()
            .filter(check -> answeredBy(check.guideline().id()) != AnsweredBy.MODEL)
            .toList();
  }

  List<Guideline> all() {
    return List.copyOf(byId.values());
  }

  List<GuidelineCheck> checks(Phase phase) {
    return checks.stream().filter(check -> check.phase() == phase).toList();
  }

  /** Returns what is left for the judge: the unanswered, and what it is asked in any case. */
  List<Guideline> open(Collection<GuidelineResult> results) {
    Map<String, Outcome> measured = new HashMap<>();
    results.forEach(result -> measured.put(result.guidelineId(), result.outcome()));
    List<Guideline> open = new ArrayList<>();
    for (Guideline guideline : byId.values()) {
      Outcome outcome = measured.getOrDefault(guideline.id(), Outcome.UNANSWERED);
      boolean asked =
          switch (guideline.answeredBy()) {
            case MEASUREMENT -> false;
            case ANY -> outcome == Outcome.UNANSWERED;
            case MODEL -> outcome != Outcome.FAIL;
            case BOTH -> outcome == Outcome.PASS || outcome == Outcome.UNANSWERED;
          };
      if (asked) {
        open.add(guideline);
      }
    }
    return open;
  }

  /**
   * Tells whether what was measured rejects a candidate whatever is still to be answered: the
   * policy drops it although every open guideline were kept.
   */
  boolean certainlyRejected(String candidateId, Collection<GuidelineResult> results) {
    if (results.stream().noneMatch(result -> result.outcome() == Outcome.FAIL)) {
      return false;
    }
    Map<String, GuidelineResult> best = new LinkedHashMap<>();
    results.forEach(result -> best.put(result.guidelineId(), result));
    for (Guideline guideline : byId.values()) {
      GuidelineResult known = best.get(guideline.id());
      if (known == null || known.outcome() == Outcome.UNANSWERED) {
        best.put(
            guideline.id(),
            GuidelineResult.builder(guideline.id(), Outcome.PASS, "outlook", "still open").build());
      }
    }
    Verdict outlook = new Verdict(candidateId, List.copyOf(best.values()));
    return policy.select(List.of(outlook), all()).passed().isEmpty();
  }

  private AnsweredBy answeredBy(String id) {
    Guideline guideline = byId.get(id);
    return guideline == null ? AnsweredBy.ANY : guideline.answeredBy();
  }
}
