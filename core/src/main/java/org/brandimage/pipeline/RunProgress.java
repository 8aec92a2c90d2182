package org.brandimage.pipeline;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.brandimage.spi.context.Cost;
import org.brandimage.spi.context.StageId;
import org.jspecify.annotations.Nullable;

/** The progress of a run at one moment. Immutable. */
public final class RunProgress {
  /** The state of a run. */
  public enum Status {
    /** The run waits in the queue. */
    QUEUED,
    /** The run is under way. */
    RUNNING,
    /** The run ended with a result. */
    FINISHED,
    /** The run ended with an error. */
    FAILED,
    /** The run was cancelled. */
    CANCELLED;

    /** {@return the lower-case name that is used in JSON} */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Status status;
  private final @Nullable StageId stage;
  private final int done;
  private final int total;
  private final Duration waited;
  private final Duration elapsed;
  private final Cost spent;

  RunProgress(Status status, CurrentStep.Step step, Duration waited, Duration elapsed, Cost spent) {
    this.status = status;
    this.stage = step.stage();
    this.done = step.done();
    this.total = step.total();
    this.waited = waited;
    this.elapsed = elapsed;
    this.spent = spent;
  }

  /** {@return the state of the run} */
  public Status status() {
    return status;
  }

  /** {@return the step that is under way or was the last; empty before the first} */
  public Optional<StageId> stage() {
    return Optional.ofNullable(stage);
  }

  /**
   * {@return the number of pieces of work of the step that are done, from 0 to {@link #total()}}
   */
  public int done() {
    return done;
  }

  /** {@return the number of pieces of work of the step; 0 before the first step} */
  public int total() {
    return total;
  }

  /** {@return the time that the run was queued} */
  public Duration waited() {
    return waited;
  }

  /** {@return the time since the run began; zero while it is queued} */
  public Duration elapsed() {
    return elapsed;
  }

  /** {@return the cost of the run so far} */
  public Cost spent() {
    return spent;
  }

  @Override
  public String toString() {
    String step = stage == null ? "" : " " + stage.label() + " " + done + "/" + total;
    return "RunProgress[" + status.label() + step + "]";
  }
}
