package org.brandimage.quality;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.Guideline.Necessity;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.brandimage.spi.judge.Verdict;

/** Passes what keeps every required guideline and enough of the weight of all answered ones. */
final class WeightedPolicy implements JudgePolicy {
  /** So that sums of weights such as 0.1 + 0.2 meet a threshold they equal on paper. */
  private static final double ROUNDING = 1e-9;

  private final double threshold;

  WeightedPolicy(double threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be from 0 to 1: " + threshold);
    }
    this.threshold = threshold;
  }

  @Override
  public PolicyDecision select(List<Verdict> verdicts, List<Guideline> guidelines) {
    VerdictTable table = new VerdictTable(verdicts, guidelines);
    return table.decide(List.of(), verdict -> reasons(table, verdict));
  }

  private List<String> reasons(VerdictTable table, Verdict verdict) {
    double share = passedShare(table, verdict);
    boolean enough = share >= threshold - ROUNDING;
    if (enough && !requiredFailed(table, verdict)) {
      return List.of();
    }
    List<String> reasons = table.failures(verdict, Set.of());
    if (!enough) {
      reasons.add(
          String.format(Locale.ROOT, "weighted share: %.3f is below %.3f", share, threshold));
    }
    return reasons;
  }

  private static boolean requiredFailed(VerdictTable table, Verdict verdict) {
    return verdict.results().stream()
        .filter(result -> result.outcome() == Outcome.FAIL)
        .anyMatch(result -> table.guideline(result).necessity() == Necessity.REQUIRED);
  }

  private static double passedShare(VerdictTable table, Verdict verdict) {
    double passed = 0;
    double answered = 0;
    for (GuidelineResult result : verdict.results()) {
      double weight = table.guideline(result).weight();
      passed += result.passed() ? weight : 0;
      answered += result.passed() || result.outcome() == Outcome.FAIL ? weight : 0;
    }
    return answered > 0 ? passed / answered : 1;
  }

  @Override
  public String toString() {
    return "weighted(" + threshold + ")";
  }
}
