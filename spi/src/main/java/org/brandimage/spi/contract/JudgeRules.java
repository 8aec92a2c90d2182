package org.brandimage.spi.contract;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.judge.Verdict;
import org.jspecify.annotations.Nullable;

/** The rules of a judge that one request and its verdict can show. Stateless and thread-safe. */
public final class JudgeRules {
  private JudgeRules() {}

  /**
   * Returns the rules of structure that a result breaks; cheap enough for every call.
   *
   * @param request the request
   * @param result its result, or null when the stage returned null
   * @return the broken rules among C1, J1 and J3; empty when there are none
   */
  public static List<BrokenRule> structure(JudgeRequest request, @Nullable Verdict result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    return structural(request, result).toList();
  }

  /**
   * Returns all rules that a request and its result can show to be broken.
   *
   * @param request the request
   * @param result its result, or null when the stage returned null
   * @return the broken rules among C1 and J1 to J3; empty when there are none
   */
  public static List<BrokenRule> all(JudgeRequest request, @Nullable Verdict result) {
    Objects.requireNonNull(request, "request");
    if (result == null) {
      return Findings.noResult();
    }
    Findings findings = structural(request, result);
    for (GuidelineResult answer : result.results()) {
      String id = Findings.ids(List.of(answer.guidelineId()));
      findings.addIf(answer.reason().isBlank(), Rule.J2, id + " has no reason");
      findings.addIf(answer.source().isBlank(), Rule.J2, id + " has no source");
    }
    return findings.toList();
  }

  private static Findings structural(JudgeRequest request, Verdict verdict) {
    Findings findings = new Findings();
    findings.addUnlessPermutation(
        Rule.J1,
        "",
        request.guidelines().stream().map(Guideline::id).toList(),
        verdict.results().stream().map(GuidelineResult::guidelineId).toList());
    String expected = request.candidate().id();
    findings.addIf(
        !verdict.candidateId().equals(expected),
        Rule.J3,
        Findings.ids(List.of(verdict.candidateId())) + " for " + Findings.ids(List.of(expected)));
    return findings;
  }
}
