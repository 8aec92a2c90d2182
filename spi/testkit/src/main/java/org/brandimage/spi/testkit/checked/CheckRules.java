package org.brandimage.spi.testkit.checked;

import static org.assertj.core.api.Assertions.assertThat;

import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;

/** The rules of a check that its result can show. */
public final class CheckRules {
  private CheckRules() {}

  static void all(GuidelineCheck check, GuidelineResult result) {
    g1(check, result);
    g2(result);
  }

  /**
   * Checks G1: a result names the check's guideline and who measured.
   *
   * @param check the check
   * @param result the result
   */
  public static void g1(GuidelineCheck check, GuidelineResult result) {
    assertThat(result.guidelineId())
        .as("G1 a result names the check's guideline")
        .isEqualTo(check.guideline().id());
    assertThat(result.source()).as("G1 a result says who measured").isNotBlank();
  }

  /**
   * Checks G2: a measured answer has its number and its threshold.
   *
   * @param result the result
   */
  public static void g2(GuidelineResult result) {
    if (result.outcome() == Outcome.PASS || result.outcome() == Outcome.FAIL) {
      assertThat(result.number()).as("G2 a measured answer has its number").isPresent();
      assertThat(result.threshold()).as("G2 a measured answer has its threshold").isPresent();
    }
  }
}
