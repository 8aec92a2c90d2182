package org.brandimage.spi.error;

import java.time.Duration;
import java.util.Objects;

/** The error of a run or a stage that did not finish within its time. */
public final class StageTimeoutException extends StageException {
  private static final long serialVersionUID = 1L;

  private final Duration budget;
  private final Duration elapsed;

  /**
   * Creates the error.
   *
   * @param budget the time allowed
   * @param elapsed the time taken so far
   */
  public StageTimeoutException(Duration budget, Duration elapsed) {
    super(
        "deadline: " + elapsed + " passed of " + budget + " - raise the deadline or ask for less",
        null,
        RetryInfo.once(true));
    this.budget = Objects.requireNonNull(budget, "budget");
    this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
  }

  /** {@return the time allowed} */
  public Duration budget() {
    return budget;
  }

  /** {@return the time taken until the deadline was noticed} */
  public Duration elapsed() {
    return elapsed;
  }
}
