package org.brandimage.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.Guideline.Necessity;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineCheck.Phase;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;

/**
 * The guidelines a run holds its pictures to: those of the measured checks, as the brand kit
 * changes them, then the brand kit's own.
 */
final class EffectiveGuidelines {
  private final List<GuidelineCheck> checks;
  private final Map<String, Guideline> byId = new LinkedHashMap<>();

  EffectiveGuidelines(List<GuidelineCheck> checks, BrandKit brandKit) {
    this.checks = checks;
    checks.forEach(check -> byId.put(check.guideline().id(), check.guideline()));
    brandKit.guidelines().forEach(guideline -> byId.put(guideline.id(), guideline));
    if (!brandKit.forbiddenElements().isEmpty()) {
      byId.putIfAbsent(
          "no-forbidden-elements",
          Guideline.required(
              "no-forbidden-elements",
              "The picture shows none of these: "
                  + String.join(", ", brandKit.forbiddenElements())));
    }
  }

  List<Guideline> all() {
    return List.copyOf(byId.values());
  }

  List<GuidelineCheck> checks(Phase phase) {
    return checks.stream().filter(check -> check.phase() == phase).toList();
  }

  /** Returns what no check has answered: the questions for the judge. */
  List<Guideline> open(Collection<GuidelineResult> results) {
    Set<String> answered =
        results.stream()
            .filter(result -> result.outcome() != Outcome.UNANSWERED)
            .map(GuidelineResult::guidelineId)
            .collect(Collectors.toSet());
    List<Guideline> open = new ArrayList<>(byId.values());
    open.removeIf(guideline -> answered.contains(guideline.id()));
    return open;
  }

  /** Tells whether a result can be forgiven by no policy. */
  boolean fatal(GuidelineResult result) {
    Guideline guideline = byId.get(result.guidelineId());
    return result.outcome() == Outcome.FAIL
        && guideline != null
        && guideline.necessity() == Necessity.REQUIRED;
  }
}
