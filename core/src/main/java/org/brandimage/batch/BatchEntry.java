package org.brandimage.batch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.context.Cost;
import org.jspecify.annotations.Nullable;

/** The outcome of one brief of a batch. Immutable; holds no picture. */
public final class BatchEntry {
  private final int number;
  private final String label;
  private final String prompt;
  private final Path folder;
  private final Status status;
  private final int finalists;
  private final int warnings;
  private final Cost cost;
  private final Cost reused;
  private final Duration elapsed;
  private final @Nullable String picture;
  private final @Nullable Failure failure;

  private BatchEntry(Builder builder) {
    this.number = builder.number;
    this.label = builder.label;
    this.prompt = builder.prompt;
    this.folder = builder.folder;
    this.status = builder.status;
    this.finalists = builder.finalists;
    this.warnings = builder.warnings;
    this.cost = builder.cost;
    this.reused = builder.reused;
    this.elapsed = builder.elapsed;
    this.picture = builder.picture;
    this.failure = builder.failure;
    if (number < 1 || finalists < 0 || warnings < 0) {
      throw new IllegalArgumentException(
          "number must be at least 1, finalists and warnings at least 0: "
              + number
              + ", "
              + finalists
              + ", "
              + warnings);
    }
  }

  /** What became of a brief. */
  public enum Status {
    /** The brief was run and its result is in its folder. */
    FINISHED,
    /** An earlier run of the batch had finished an equal brief; its result is in the folder. */
    REUSED_FROM_EARLIER,
    /** The brief was run and failed, or its result could not be written. */
    FAILED,
    /** The brief was not run: its turn did not come, the budget did not allow it. */
    NOT_STARTED;

    /** {@return the name as in {@code batch.json}, such as {@code not-started}} */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * The reason why a brief has no result.
   *
   * @param type the simple name of the error's class, such as {@code BudgetExceededException}
   * @param message what happened and what to do about it
   */
  public record Failure(String type, String message) {
    /** Checks that neither value is null. */
    public Failure {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(message, "message");
    }
  }

  static Builder builder(int number, String label, String prompt, Path folder, Status status) {
    return new Builder(number, label, prompt, folder, status);
  }

  /** {@return the place of the brief in the batch, from 1} */
  public int number() {
    return number;
  }

  /** {@return the label of the brief; empty when it has none} */
  public String label() {
    return label;
  }

  /** {@return the prompt of the brief; untrusted} */
  public String prompt() {
    return prompt;
  }

  /** {@return the folder of the brief; it exists when {@link #hasResult} is true} */
  public Path folder() {
    return folder;
  }

  /** {@return what became of the brief} */
  public Status status() {
    return status;
  }

  /** {@return whether the folder holds a result for {@code RunArchive.read}} */
  public boolean hasResult() {
    return status == Status.FINISHED || status == Status.REUSED_FROM_EARLIER;
  }

  /** {@return the number of finalists, at least 0; a result can be without a finalist} */
  public int finalists() {
    return finalists;
  }

  /** {@return the number of warnings of the result, at least 0} */
  public int warnings() {
    return warnings;
  }

  /** {@return what this run of the batch has spent on the brief} */
  public Cost cost() {
    return cost;
  }

  /**
   * {@return what was paid before for results that this run of the batch used again, be they those
   * of a finished brief or of single calls in the result store; no part of {@link #cost}}
   */
  public Cost reused() {
    return reused;
  }

  /** {@return the time that the run of the brief took; zero when it was not started} */
  public Duration elapsed() {
    return elapsed;
  }

  /** {@return the file of the best picture, or empty when there is none} */
  public Optional<Path> picture() {
    return Optional.ofNullable(picture).map(folder::resolve);
  }

  /**
   * {@return the reason why there is no result; empty for a brief that has one, and for one whose
   * turn has not come}
   */
  public Optional<Failure> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public String toString() {
    return "BatchEntry[" + number + ", " + label + ", " + status.label() + "]";
  }

  /** A builder of {@link BatchEntry}. Not thread-safe. */
  static final class Builder {
    private final int number;
    private final String label;
    private final String prompt;
    private final Path folder;
    private final Status status;
    private int finalists;
    private int warnings;
    private Cost cost = Cost.NONE;
    private Cost reused = Cost.NONE;
    private Duration elapsed = Duration.ZERO;
    private @Nullable String picture;
    private @Nullable Failure failure;

    private Builder(int number, String label, String prompt, Path folder, Status status) {
      this.number = number;
      this.label = Objects.requireNonNull(label, "label");
      this.prompt = Objects.requireNonNull(prompt, "prompt");
      this.folder = Objects.requireNonNull(folder, "folder");
      this.status = Objects.requireNonNull(status, "status");
    }

    Builder counts(int finalists, int warnings) {
      this.finalists = finalists;
      this.warnings = warnings;
      return this;
    }

    Builder cost(Cost cost) {
      this.cost = Objects.requireNonNull(cost, "cost");
      return this;
    }

    Builder reused(Cost reused) {
      this.reused = Objects.requireNonNull(reused, "reused");
      return this;
    }

    Builder elapsed(Duration elapsed) {
      this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
      return this;
    }

    /** Sets the name of the best picture's file within the folder. */
    Builder picture(String picture) {
      this.picture = Objects.requireNonNull(picture, "picture");
      return this;
    }

    Builder failure(Failure failure) {
      this.failure = Objects.requireNonNull(failure, "failure");
      return this;
    }

    BatchEntry build() {
      return new BatchEntry(this);
    }
  }
}
