package org.brandimage.spi.testkit.checked;

import static org.assertj.core.api.Assertions.assertThat;

import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.JudgeRequest;
import org.brandimage.spi.judge.Verdict;

/** The rules of a judge that one request and its verdict can show. */
public final class JudgeRules {
  private JudgeRules() {}

  static void all(JudgeRequest request, Verdict verdict) {
    j1(request, verdict);
    j2(verdict);
    j3(request, verdict);
  }

  /**
   * Checks J1: exactly the guidelines asked for are answered, each once.
   *
   * @param request the request
   * @param verdict the verdict
   */
  public static void j1(JudgeRequest request, Verdict verdict) {
    assertThat(verdict.results().stream().map(GuidelineResult::guidelineId))
        .as("J1 exactly the guidelines asked for are answered, each once")
        .containsExactlyInAnyOrderElementsOf(
            request.guidelines().stream().map(Guideline::id).toList());
  }

  /**
   * Checks J2: every answer has a reason and says who gave it.
   *
   * @param verdict the verdict
   */
  public static void j2(Verdict verdict) {
    for (GuidelineResult result : verdict.results()) {
      assertThat(result.reason()).as("J2 reason: %s", result.guidelineId()).isNotBlank();
      assertThat(result.source()).as("J2 who answered: %s", result.guidelineId()).isNotBlank();
    }
  }

  /**
   * Checks J3: a verdict names its candidate.
   *
   * @param request the request
   * @param verdict the verdict
   */
  public static void j3(JudgeRequest request, Verdict verdict) {
    assertThat(verdict.candidateId())
        .as("J3 a verdict names its candidate")
        .isEqualTo(request.candidate().id());
  }
}
