package org.brandimage.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.Guideline.Necessity;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;

/** Strict while something passes; else flexible guidelines go, the least important first. */
final class RelaxingPolicy implements JudgePolicy {
  private static final Comparator<Guideline> LEAST_IMPORTANT_FIRST =
      Comparator.comparingDouble(Guideline::weight).thenComparing(Guideline::id);

  @Override
  public PolicyDecision select(List<Verdict> verdicts, List<Guideline> guidelines) {
    VerdictTable table = new VerdictTable(verdicts, guidelines);
    PolicyDecision strict = decide(table, Set.of());
    if (!strict.passed().isEmpty()) {
      return strict;
    }
    Set<String> dropped = new LinkedHashSet<>();
    for (Guideline guideline : broken(verdicts, guidelines)) {
      dropped.add(guideline.id());
      PolicyDecision relaxed = decide(table, dropped);
      if (!relaxed.passed().isEmpty()) {
        return relaxed;
      }
    }
    return strict;
  }

  private static PolicyDecision decide(VerdictTable table, Set<String> dropped) {
    return table.decide(new ArrayList<>(dropped), verdict -> table.failures(verdict, dropped));
  }

  /** Returns the flexible guidelines that some candidate breaks: to drop others changes nothing. */
  private static List<Guideline> broken(List<Verdict> verdicts, List<Guideline> guidelines) {
    Set<String> broken =
        verdicts.stream()
            .flatMap(verdict -> verdict.results().stream())
            .filter(result -> result.outcome() == Outcome.FAIL)
            .map(GuidelineResult::guidelineId)
            .collect(Collectors.toSet());
    return guidelines.stream()
        .filter(guideline -> guideline.necessity() == Necessity.FLEXIBLE)
        .filter(guideline -> broken.contains(guideline.id()))
        .sorted(LEAST_IMPORTANT_FIRST)
        .toList();
  }

  @Override
  public String toString() {
    return "relaxing";
  }
}
