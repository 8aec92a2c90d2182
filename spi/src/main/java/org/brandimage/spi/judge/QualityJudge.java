package org.brandimage.spi.judge;

import org.brandimage.spi.context.StageContext;

/**
 * The judge stage (stage 6), which answers guidelines about a picture with yes or no and gives the
 * reason first. Thread-safe.
 *
 * <p>Rules (see {@code CONTRACTS.md}): J1 exactly the guidelines asked for are answered, each once,
 * J2 with a reason and a source; J3 the verdict names the candidate; J4 a guideline that cannot be
 * decided is {@link GuidelineResult.Outcome#UNANSWERED}, never a guessed pass; J5 a request without
 * guidelines costs nothing.
 */
@FunctionalInterface
public interface QualityJudge {
  /**
   * Judges a picture.
   *
   * @param request the picture and the guidelines
   * @param context the context of the run
   * @return one result per guideline
   * @throws InterruptedException when cancelled
   * @throws org.brandimage.spi.error.StageException when it cannot be done
   */
  Verdict judge(JudgeRequest request, StageContext context) throws InterruptedException;
}
