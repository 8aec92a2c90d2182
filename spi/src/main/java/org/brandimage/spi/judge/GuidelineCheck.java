package org.brandimage.spi.judge;

import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.context.StageContext;

/**
 * A guideline that is answered by measurement. Any number belong to a pipeline; they run before the
 * judge, and a required one that fails spares the judge's call. Thread-safe, deterministic, free.
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
