package org.brandimage.spi.context;

import java.time.Duration;
import java.util.Optional;

/**
 * The parts of a run that its stages may use. Implemented by the pipeline and the contract kit
 * only, so methods may be added. Thread-safe.
 */
public interface StageContext {
  /**
   * Returns the run's id, for messages and logs.
   *
   * @return a short unique text
   */
  String runId();

  /**
   * Returns the seed of this piece of work. It is derived from the run's seed and the candidate, so
   * results do not depend on timing.
   *
   * @return a number from 0 to 2,147,483,646, the range every generator accepts
   */
  long seed();

  /**
   * Returns the time left until the run's deadline.
   *
   * @return the time left, zero when it has passed, or empty when there is no deadline
   */
  Optional<Duration> remaining();

  /**
   * Tells whether the run was cancelled.
   *
   * @return true once the caller has cancelled the run
   */
  boolean cancelled();

  /**
   * Returns the meter every paid call is reserved on.
   *
   * @return the run's meter
   */
  CostMeter costs();

  /**
   * Records a call to a model, so that it stands in the result's provenance.
   *
   * @param call what was called, how, and what it cost
   */
  void record(CallRecord call);

  /**
   * Stops the work when the run was cancelled, interrupted or ran out of time. Call it before
   * anything expensive and between pieces of long work.
   *
   * @throws InterruptedException when cancelled or interrupted
   * @throws org.brandimage.spi.error.StageTimeoutException when the deadline has passed
   */
  void checkActive() throws InterruptedException;

  /**
   * Returns a context for one stage used alone: never cancelled but by interruption, no deadline,
   * no budget, seed 0, calls forgotten.
   *
   * @return a fresh context
   */
  static StageContext standalone() {
    return standalone(0);
  }

  /**
   * Returns a context for one stage used alone with a seed of your own.
   *
   * @param seed from 0 to 2,147,483,646
   * @return a fresh context
   */
  static StageContext standalone(long seed) {
    return new StandaloneContext(seed);
  }
}
