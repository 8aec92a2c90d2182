package org.brandimage.spi.refine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.result.Fingerprint;
import org.jspecify.annotations.Nullable;

/** The input of a Refiner: the results of a round, and a person's feedback. Immutable. */
public final class RefineRequest implements StageRequest {
  private final String prompt;
  private final int round;
  private final List<Caption> captions;
  private final List<Verdict> verdicts;
  private final List<String> assets;
  private final Refinement earlier;
  private final @Nullable Feedback feedback;

  private RefineRequest(Builder builder) {
    this.prompt = builder.prompt;
    this.round = builder.round;
    this.captions = List.copyOf(builder.captions);
    this.verdicts = List.copyOf(builder.verdicts);
    this.assets = List.copyOf(builder.assets);
    this.earlier = builder.earlier;
    this.feedback = builder.feedback;
    check();
  }

  /**
   * Starts a builder.
   *
   * @param prompt the customer's text; untrusted
   * @param round the round that ended, from 1
   * @return a builder with the documented defaults
   */
  public static Builder builder(String prompt, int round) {
    return new Builder(prompt, round);
  }

  /**
   * Returns the customer's text; untrusted.
   *
   * @return the customer's text; untrusted
   */
  public String prompt() {
    return prompt;
  }

  /**
   * Returns the round that ended, from 1.
   *
   * @return the round that ended, from 1
   */
  public int round() {
    return round;
  }

  /**
   * Returns the captions of the round.
   *
   * @return the captions of the round
   */
  public List<Caption> captions() {
    return captions;
  }

  /**
   * Returns the verdicts of the round.
   *
   * @return the verdicts of the round
   */
  public List<Verdict> verdicts() {
    return verdicts;
  }

  /**
   * Returns the ids of the library's assets the round used.
   *
   * @return ids that may be excluded from the next round
   */
  public List<String> assets() {
    return assets;
  }

  /**
   * Returns what earlier rounds were already told.
   *
   * @return the refinement the round was made with; empty for a first round
   */
  public Refinement earlier() {
    return earlier;
  }

  /**
   * Returns what a person said.
   *
   * @return what a person said or empty when there is none
   */
  public Optional<Feedback> feedback() {
    return Optional.ofNullable(feedback);
  }

  @Override
  public String fingerprint() {
    Fingerprint print = Fingerprint.of("refine").add(prompt).add(round);
    print.addAll(captions.stream().map(Caption::fingerprint).toList());
    print.addAll(verdicts.stream().map(Verdict::fingerprint).toList());
    print.addAll(assets).add(earlier.fingerprint());
    if (feedback != null) {
      print.add(feedback.text()).addAll(feedback.picked()).addAll(feedback.rejected());
    }
    return print.toHex();
  }

  private void check() {
    if (round < 1) {
      throw new IllegalArgumentException("round must be at least 1: " + round);
    }
  }

  @Override
  public String toString() {
    return "RefineRequest[round " + round + "]";
  }

  /** Builds a {@link RefineRequest}. Not thread-safe. */
  public static final class Builder {
    private final String prompt;
    private final int round;
    private List<Caption> captions = List.of();
    private List<Verdict> verdicts = List.of();
    private List<String> assets = List.of();
    private Refinement earlier = Refinement.NONE;
    private @Nullable Feedback feedback;

    private Builder(String prompt, int round) {
      this.prompt = Objects.requireNonNull(prompt, "prompt");
      this.round = round;
    }

    /**
     * Sets the captions of the round.
     *
     * @param captions the captions of the round
     * @return this
     */
    public Builder captions(List<Caption> captions) {
      this.captions = List.copyOf(captions);
      return this;
    }

    /**
     * Sets the verdicts of the round.
     *
     * @param verdicts the verdicts of the round
     * @return this
     */
    public Builder verdicts(List<Verdict> verdicts) {
      this.verdicts = List.copyOf(verdicts);
      return this;
    }

    /**
     * Sets the ids of the library's assets the round used.
     *
     * @param assets ids that may be excluded from the next round
     * @return this
     */
    public Builder assets(List<String> assets) {
      this.assets = List.copyOf(assets);
      return this;
    }

    /**
     * Sets what earlier rounds were already told.
     *
     * @param earlier the refinement the round was made with; empty by default
     * @return this
     */
    public Builder earlier(Refinement earlier) {
      this.earlier = Objects.requireNonNull(earlier, "earlier");
      return this;
    }

    /**
     * Sets what a person said.
     *
     * @param feedback what a person said
     * @return this
     */
    public Builder feedback(Feedback feedback) {
      this.feedback = Objects.requireNonNull(feedback, "feedback");
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     */
    public RefineRequest build() {
      return new RefineRequest(this);
    }
  }
}
