package org.brandimage.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.Guideline.Necessity;
import org.brandimage.spi.judge.Verdict;

/** Rejects any failure and, when answers are wanted, any required guideline left open. */
final class StrictPolicy implements JudgePolicy {
  private final boolean wantsAnswers;

  StrictPolicy(boolean wantsAnswers) {
    this.wantsAnswers = wantsAnswers;
  }

  @Override
  public PolicyDecision select(List<Verdict> verdicts, List<Guideline> guidelines) {
    VerdictTable table = new VerdictTable(verdicts, guidelines);
    return table.decide(List.of(), verdict -> reasons(table, verdict));
  }

  private List<String> reasons(VerdictTable table, Verdict verdict) {
    List<String> reasons = new ArrayList<>(table.failures(verdict, Set.of()));
    if (wantsAnswers) {
      table.unanswered(verdict).stream()
          .filter(guideline -> guideline.necessity() == Necessity.REQUIRED)
          .forEach(guideline -> reasons.add(guideline.id() + ": required, but unanswered"));
    }
    return reasons;
  }

  @Override
  public String toString() {
    return wantsAnswers ? "strictAnswered" : "strict";
  }
}
