package org.brandimage.pipeline.result;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.refine.Feedback;
import org.brandimage.spi.refine.Refinement;
import org.jspecify.annotations.Nullable;

/** The rounds in which a result was made, and the run that it continues. Immutable. */
public final class RunHistory {
  /** The history of a run that was stored by a version without rounds: it is empty. */
  public static final RunHistory UNKNOWN = builder().build();

  private final String previousRunId;
  private final List<Feedback> feedback;
  private final Refinement refinement;
  private final List<RoundRecord> rounds;
  private final String ending;

  private RunHistory(Builder builder) {
    this.previousRunId = builder.previousRunId;
    this.feedback = List.copyOf(builder.feedback);
    this.refinement = builder.refinement;
    this.rounds = List.copyOf(builder.rounds);
    this.ending = builder.ending;
  }

  /** {@return a builder of a history without feedback and rounds} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the id of the run whose result got feedback; empty for a first run} */
  public String previousRunId() {
    return previousRunId;
  }

  /** {@return all feedback since the first run, oldest first} */
  public List<Feedback> feedback() {
    return feedback;
  }

  /** {@return the refinement of the last round: all its changes from the brief} */
  public Refinement refinement() {
    return refinement;
  }

  /**
   * {@return the rounds of this run; empty only when the run was stored by a version without
   * rounds}
   */
  public List<RoundRecord> rounds() {
    return rounds;
  }

  /** {@return the reason why there was no further round, as one phrase} */
  public String ending() {
    return ending;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RunHistory that
        && previousRunId.equals(that.previousRunId)
        && feedback.equals(that.feedback)
        && refinement.equals(that.refinement)
        && rounds.equals(that.rounds)
        && ending.equals(that.ending);
  }

  @Override
  public int hashCode() {
    return Objects.hash(previousRunId, feedback, refinement, rounds, ending);
  }

  @Override
  public String toString() {
    return "RunHistory[" + rounds.size() + " rounds, " + ending + "]";
  }

  /** A builder of {@link RunHistory}, for tests and for stores of results. Not thread-safe. */
  public static final class Builder {
    private String previousRunId = "";
    private List<Feedback> feedback = List.of();
    private Refinement refinement = Refinement.NONE;
    private List<RoundRecord> rounds = List.of();
    private String ending = "";

    private Builder() {}

    /**
     * Sets the id of the run whose result got feedback.
     *
     * @param previousRunId the id; empty for a first run and by default
     * @return this
     */
    public Builder previousRunId(String previousRunId) {
      this.previousRunId = Objects.requireNonNull(previousRunId, "previousRunId");
      return this;
    }

    /**
     * Sets all feedback since the first run.
     *
     * @param feedback oldest first; none by default
     * @return this
     */
    public Builder feedback(List<Feedback> feedback) {
      this.feedback = List.copyOf(feedback);
      return this;
    }

    /**
     * Sets the refinement of the last round.
     *
     * @param refinement all its changes from the brief; empty by default
     * @return this
     */
    public Builder refinement(Refinement refinement) {
      this.refinement = Objects.requireNonNull(refinement, "refinement");
      return this;
    }

    /**
     * Sets the rounds of this run.
     *
     * @param rounds at least one; none by default, for a run that was stored by a version without
     *     rounds
     * @return this
     */
    public Builder rounds(List<RoundRecord> rounds) {
      this.rounds = List.copyOf(rounds);
      return this;
    }

    /**
     * Sets the reason why there was no further round.
     *
     * @param ending one phrase; empty by default
     * @return this
     */
    public Builder ending(String ending) {
      this.ending = Objects.requireNonNull(ending, "ending");
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     */
    public RunHistory build() {
      return new RunHistory(this);
    }
  }
}
