package org.brandimage.spi.contract;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;
import org.jspecify.annotations.Nullable;

/** The rules of a check that its result can show. Stateless and thread-safe. */
public final class CheckRules {
  private CheckRules() {}

  /**
   * Returns the rules of structure that a result breaks; cheap enough for every call.
   *
   * @param check the check that was asked
   * @param result its result, or null when the stage returned null
   * @return the broken rules among C1 and G1; empty when there are none
   */
  public static List<BrokenRule> structure(GuidelineCheck check, @Nullable GuidelineResult result) {
    Objects.requireNonNull(check, "check");
    if (result == null) {
      return Findings.noResult();
    }
    return structural(check, result).toList();
  }

  /**
   * Returns all rules that a request and its result can show to be broken.
   *
   * @param check the check that was asked
   * @param result its result, or null when the stage returned null
   * @return the broken rules among C1, G1 and G2; empty when there are none
   */
  public static List<BrokenRule> all(GuidelineCheck check, @Nullable GuidelineResult result) {
    Objects.requireNonNull(check, "check");
    if (result == null) {
      return Findings.noResult();
    }
    Findings findings = structural(check, result);
    if (result.outcome() == Outcome.PASS || result.outcome() == Outcome.FAIL) {
      findings.addIf(result.number().isEmpty(), Rule.G2, result.outcome() + " without a number");
      findings.addIf(
          result.threshold().isEmpty(), Rule.G2, result.outcome() + " without a threshold");
    }
    return findings.toList();
  }

  private static Findings structural(GuidelineCheck check, GuidelineResult result) {
    Findings findings = new Findings();
    // A check is foreign code, and its guideline may be missing.
    String expected = Optional.ofNullable(check.guideline()).map(Guideline::id).orElse("none");
    findings.addIf(
        !result.guidelineId().equals(expected),
        Rule.G1,
        Findings.ids(List.of(result.guidelineId())) + " for " + Findings.ids(List.of(expected)));
    findings.addIf(result.source().isBlank(), Rule.G1, "no source");
    return findings;
  }
}
