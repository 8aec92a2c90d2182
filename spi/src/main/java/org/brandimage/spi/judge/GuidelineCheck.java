package org.brandimage.spi.judge;

import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;

/**
 * A guideline that is answered by measurement. A pipeline may have any number of checks. They run
 * before the judge, and when a required check fails, the judge is not called. Thread-safe,
 * deterministic, free.
 */
public interface GuidelineCheck {
  /** When a check runs. */
  enum Phase {
    /** On the free composite, before anything is paid for. */
    COMPOSITE,
    /** On the provider's picture. */
    GENERATED
  }

  /**
   * Returns the guideline this check answers. A guideline of the same id in the brand kit replaces
   * its statement, necessity and weight.
   *
   * @return the guideline
   */
  Guideline guideline();

  /**
   * Returns when the check runs.
   *
   * @return the phase
   */
  Phase phase();

  /**
   * Measures a picture.
   *
   * @param request the picture
   * @param context the run
   * @return the result, with this check's guideline id, number and threshold
   * @throws InterruptedException when cancelled
   */
  GuidelineResult check(CheckRequest request, StageContext context) throws InterruptedException;
}
