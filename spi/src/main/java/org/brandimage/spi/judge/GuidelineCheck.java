package org.brandimage.spi.judge;

import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;

/**
 * A check that answers one guideline by measurement. A pipeline may have any number of checks. They
 * run before the judge, and when a required check fails, the judge is not called. A check is
 * thread-safe and deterministic, and costs nothing.
 */
public interface GuidelineCheck {
  /** The picture that a check measures, and so the time at which it runs. */
  enum Phase {
    /** The composite, before anything is paid for. */
    COMPOSITE,
    /** The provider's picture, after it was restored. */
    GENERATED
  }

  /**
   * {@return the guideline that this check answers} A guideline of the same id in the brand kit
   * replaces its statement, necessity and weight.
   */
  Guideline guideline();

  /** {@return the phase in which the check runs} */
  Phase phase();

  /**
   * Measures a picture.
   *
   * @param request the picture and what belongs to it
   * @param context the context of the run
   * @return the result, with this check's guideline id, number and threshold
   * @throws InterruptedException when cancelled
   */
  GuidelineResult check(CheckRequest request, StageContext context) throws InterruptedException;
}
