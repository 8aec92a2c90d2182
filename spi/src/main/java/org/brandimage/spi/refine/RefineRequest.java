package org.brandimage.spi.refine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.context.StageRequest;
import org.brandimage.spi.judge.Verdict;
import org.brandimage.spi.result.Fingerprint;
import org.jspecify.annotations.Nullable;

/** The input of a {@link Refiner}: the results of a round, and a person's feedback. Immutable. */
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
   * {@return a builder with the documented defaults}
   *
   * @param prompt the customer's text; untrusted
   * @param round the round that ended, from 1
   */
  public static Builder builder(String prompt, int round) {
    return new Builder(prompt, round);
  }

  /** {@return the customer's text; untrusted} */
  public String prompt() {
    return prompt;
  }

  /** {@return the round that ended, from 1} */
  public int round() {
    return round;
  }

  /** {@return the captions of the round} */
  public List<Caption> captions() {
    return captions;
  }

  /** {@return the verdicts of the round} */
  public List<Verdict> verdicts() {
    return verdicts;
  }

  /**
   * {@return the ids of the library's assets that the round used, which a refinement may exclude
   * from the next round}
   */
  public List<String> assets() {
    return assets;
  }

  /** {@return the refinement that the round was made with; empty for a first round} */
  public Refinement earlier() {
    return earlier;
  }

  /** {@return the feedback of a person, or empty when there is none} */
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

  /** A builder of {@link RefineRequest}. Not thread-safe. */
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
     * @param captions one per scene; none by default
     * @return this
     */
    public Builder captions(List<Caption> captions) {
      this.captions = List.copyOf(captions);
      return this;
    }

    /**
     * Sets the verdicts of the round.
     *
     * @param verdicts one per judged picture; none by default
     * @return this
     */
    public Builder verdicts(List<Verdict> verdicts) {
      this.verdicts = List.copyOf(verdicts);
      return this;
    }

    /**
     * Sets the ids of the library's assets that the round used.
     *
     * @param assets the ids that a refinement may exclude from the next round; none by default
     * @return this
     */
    public Builder assets(List<String> assets) {
      this.assets = List.copyOf(assets);
      return this;
    }

    /**
     * Sets the refinement that the round was made with.
     *
     * @param earlier the notes and excluded assets of all earlier rounds; empty by default
     * @return this
     */
    public Builder earlier(Refinement earlier) {
      this.earlier = Objects.requireNonNull(earlier, "earlier");
      return this;
    }

    /**
     * Sets the feedback of a person.
     *
     * @param feedback the text and the ids of pictures; none by default
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
     * @throws IllegalArgumentException when the round is below 1
     */
    public RefineRequest build() {
      return new RefineRequest(this);
    }
  }
}
