package org.brandimage.pipeline.result;

import java.util.List;
import java.util.Objects;
import org.brandimage.spi.refine.Feedback;
import org.brandimage.spi.refine.Refinement;
import org.jspecify.annotations.Nullable;

/** The rounds a result came about in, and the result it goes on from. Immutable. */
public final class RunHistory {
  /** What is known of a run that was written before rounds were. */
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

  /**
   * Starts a builder.
   *
   * @return a builder of a history without feedback and rounds
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the run whose result a person gave feedback on; empty for a first run.
   *
   * @return the run whose result a person gave feedback on; empty for a first run
   */
  public String previousRunId() {
    return previousRunId;
  }

  /**
   * Returns all that was said since the first run, oldest first.
   *
   * @return all that was said since the first run, oldest first
   */
  public List<Feedback> feedback() {
    return feedback;
  }

  /**
   * Returns all that the last round was told to do differently from the brief.
   *
   * @return all that the last round was told to do differently from the brief
   */
  public Refinement refinement() {
    return refinement;
  }

  /**
   * Returns the rounds of this run, at least one unless the run is older than this record.
   *
   * @return the rounds of this run, at least one unless the run is older than this record
   */
  public List<RoundRecord> rounds() {
    return rounds;
  }

  /**
   * Returns why there was no further round, as one phrase.
   *
   * @return why there was no further round, as one phrase
   */
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

  /** Builds a {@link RunHistory}, for tests and for stores of results. Not thread-safe. */
  public static final class Builder {
    private String previousRunId = "";
    private List<Feedback> feedback = List.of();
    private Refinement refinement = Refinement.NONE;
    private List<RoundRecord> rounds = List.of();
    private String ending = "";

    private Builder() {}

    /**
     * Sets the run whose result a person gave feedback on; empty for a first run.
     *
     * @param previousRunId the run whose result a person gave feedback on; empty for a first run
     * @return this
     */
    public Builder previousRunId(String previousRunId) {
      this.previousRunId = Objects.requireNonNull(previousRunId, "previousRunId");
      return this;
    }

    /**
     * Sets all that was said since the first run, oldest first.
     *
     * @param feedback all that was said since the first run, oldest first
     * @return this
     */
    public Builder feedback(List<Feedback> feedback) {
      this.feedback = List.copyOf(feedback);
      return this;
    }

    /**
     * Sets all that the last round was told to do differently from the brief.
     *
     * @param refinement all that the last round was told to do differently from the brief
     * @return this
     */
    public Builder refinement(Refinement refinement) {
      this.refinement = Objects.requireNonNull(refinement, "refinement");
      return this;
    }

    /**
     * Sets the rounds of this run, at least one unless the run is older than this record.
     *
     * @param rounds the rounds of this run, at least one unless the run is older than this record
     * @return this
     */
    public Builder rounds(List<RoundRecord> rounds) {
      this.rounds = List.copyOf(rounds);
      return this;
    }

    /**
     * Sets why there was no further round, as one phrase.
     *
     * @param ending why there was no further round, as one phrase
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
