package org.brandimage.quality;

import org.brandimage.spi.judge.GuidelineCheck;
import org.brandimage.spi.judge.GuidelineResult;
import org.brandimage.spi.judge.GuidelineResult.Outcome;

/** The beginnings of a check's results. */
final class Answers {
  private Answers() {}

  static GuidelineResult.Builder pass(GuidelineCheck check, String reason) {
    return of(check, Outcome.PASS, reason);
  }

  static GuidelineResult.Builder fail(GuidelineCheck check, String reason, String hint) {
    return of(check, Outcome.FAIL, reason).hint(hint);
  }

  private static GuidelineResult.Builder of(GuidelineCheck check, Outcome outcome, String reason) {
    String source = check.getClass().getSimpleName();
    return GuidelineResult.builder(check.guideline().id(), outcome, source, reason);
  }
}
