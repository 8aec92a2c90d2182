package org.brandimage.spi.judge;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one guideline about one picture: outcome, number, threshold, reason and a hint on
 * how to correct it. Immutable.
 */
public final class GuidelineResult {
  private final String guidelineId;
  private final Outcome outcome;
  private final String source;
  private final String reason;
  private final OptionalDouble number;
  private final OptionalDouble threshold;
  private final String hint;
  private final @Nullable Cause cause;

  private GuidelineResult(Builder builder) {
    this.guidelineId = builder.guidelineId;
    this.outcome = builder.outcome;
    this.source = builder.source;
    this.reason = builder.reason;
    this.number = builder.number;
    this.threshold = builder.threshold;
    this.hint = builder.hint;
    boolean unanswered = outcome == Outcome.UNANSWERED;
    this.cause = unanswered && builder.cause == null ? Cause.NOT_DECIDABLE : builder.cause;
    check();
  }

  /**
   * {@return a builder with the documented defaults}
   *
   * @param guidelineId the id of the guideline
   * @param outcome whether the picture follows the guideline
   * @param source the name of the check or judge that answered
   * @param reason why, as one sentence
   */
  public static Builder builder(String guidelineId, Outcome outcome, String source, String reason) {
    return new Builder(guidelineId, outcome, source, reason);
  }

  /**
   * Starts a result with outcome {@link Outcome#PASS}.
   *
   * @param check the check; its class is the source
   * @param reason why, as one sentence
   * @return a builder with the documented defaults
   */
  public static Builder pass(GuidelineCheck check, String reason) {
    return of(check, Outcome.PASS, reason);
  }

  /**
   * Starts a result with outcome {@link Outcome#FAIL}.
   *
   * @param check the check; its class is the source
   * @param reason why, as one sentence
   * @param hint how to correct the picture; empty when that is not known
   * @return a builder with the documented defaults
   */
  public static Builder fail(GuidelineCheck check, String reason, String hint) {
    return of(check, Outcome.FAIL, reason).hint(hint);
  }

  /**
   * Starts a result with outcome {@link Outcome#UNANSWERED}, for a check that found no answer.
   *
   * @param check the check; its class is the source
   * @param reason why there is no answer, as one sentence
   * @return a builder with the documented defaults
   */
  public static Builder unanswered(GuidelineCheck check, String reason) {
    return of(check, Outcome.UNANSWERED, reason);
  }

  /**
   * Starts a result with outcome {@link Outcome#NOT_APPLICABLE}, for a guideline about something
   * that the picture or brand does not have.
   *
   * @param check the check; its class is the source
   * @param reason why it does not apply, as one sentence
   * @return a builder with the documented defaults
   */
  public static Builder notApplicable(GuidelineCheck check, String reason) {
    return of(check, Outcome.NOT_APPLICABLE, reason);
  }

  private static Builder of(GuidelineCheck check, Outcome outcome, String reason) {
    String source = check.getClass().getSimpleName();
    return new Builder(check.guideline().id(), outcome, source, reason);
  }

  /** {@return the id of the guideline} */
  public String guidelineId() {
    return guidelineId;
  }

  /** {@return the outcome: whether the picture follows the guideline} */
  public Outcome outcome() {
    return outcome;
  }

  /** {@return the name of the check or judge that answered} */
  public String source() {
    return source;
  }

  /** {@return the reason for the outcome, as one sentence} */
  public String reason() {
    return reason;
  }

  /** {@return the measured value, which is finite, or empty when nothing was measured} */
  public OptionalDouble number() {
    return number;
  }

  /**
   * {@return the bound that the measured value was compared with, which is finite, or empty when
   * there is none}
   */
  public OptionalDouble threshold() {
    return threshold;
  }

  /** {@return the hint on how to correct the picture; empty when there is nothing to correct} */
  public String hint() {
    return hint;
  }

  /**
   * {@return the cause why the guideline is unanswered when the outcome is {@link
   * Outcome#UNANSWERED}, else empty}
   */
  public Optional<Cause> cause() {
    return Optional.ofNullable(cause);
  }

  /** The cause why a guideline is unanswered. */
  public enum Cause {
    /** No check measures the guideline, and there is no judge that looks at pictures. */
    NOT_ASKED,
    /** A check or a judge examined the picture, and it gave no answer. */
    NOT_DECIDABLE,
    /** A judge was asked, and its reply was not usable. */
    UNUSABLE_REPLY
  }

  /** The four possible answers to a guideline. */
  public enum Outcome {
    /** The picture follows the guideline. */
    PASS,
    /** The picture breaks the guideline. */
    FAIL,
    /**
     * It is not known whether the picture follows the guideline. {@link #cause()} says why, and a
     * policy decides whether the picture passes.
     */
    UNANSWERED,
    /** The guideline is about something that this picture or brand does not have. */
    NOT_APPLICABLE
  }

  /** {@return whether the picture follows the guideline: true for {@link Outcome#PASS} only} */
  public boolean passed() {
    return outcome == Outcome.PASS;
  }

  private void check() {
    if (cause != null && outcome != Outcome.UNANSWERED) {
      throw new IllegalArgumentException(
          "guideline " + guidelineId + " has a cause, so it must be unanswered: " + outcome);
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("guideline " + guidelineId + " needs a reason");
    }
    if (!Double.isFinite(number.orElse(0)) || !Double.isFinite(threshold.orElse(0))) {
      throw new IllegalArgumentException(
          "guideline " + guidelineId + " number and threshold must be finite");
    }
  }

  @Override
  public String toString() {
    return "GuidelineResult[" + guidelineId + " " + outcome + "]";
  }

  /** A builder of {@link GuidelineResult}. Not thread-safe. */
  public static final class Builder {
    private final String guidelineId;
    private final Outcome outcome;
    private final String source;
    private final String reason;
    private OptionalDouble number = OptionalDouble.empty();
    private OptionalDouble threshold = OptionalDouble.empty();
    private String hint = "";
    private @Nullable Cause cause;

    private Builder(String guidelineId, Outcome outcome, String source, String reason) {
      this.guidelineId = Objects.requireNonNull(guidelineId, "guidelineId");
      this.outcome = Objects.requireNonNull(outcome, "outcome");
      this.source = Objects.requireNonNull(source, "source");
      this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Sets the measured value.
     *
     * @param number a finite number; none by default
     * @return this
     */
    public Builder number(double number) {
      this.number = OptionalDouble.of(number);
      return this;
    }

    /**
     * Sets the bound that the measured value was compared with.
     *
     * @param threshold a finite number; none by default
     * @return this
     */
    public Builder threshold(double threshold) {
      this.threshold = OptionalDouble.of(threshold);
      return this;
    }

    /**
     * Sets the hint on how to correct the picture.
     *
     * @param hint one sentence; empty by default and when there is nothing to correct
     * @return this
     */
    public Builder hint(String hint) {
      this.hint = Objects.requireNonNull(hint, "hint");
      return this;
    }

    /**
     * Sets the cause why the guideline is unanswered.
     *
     * @param cause the cause; {@link Cause#NOT_DECIDABLE} by default
     * @return this
     */
    public Builder cause(Cause cause) {
      this.cause = Objects.requireNonNull(cause, "cause");
      return this;
    }

    /**
     * Builds the value.
     *
     * @return an immutable value
     * @throws IllegalArgumentException when a cause is set and the outcome is not {@link
     *     Outcome#UNANSWERED}, the reason is blank, or the number or threshold is not finite
     */
    public GuidelineResult build() {
      return new GuidelineResult(this);
    }
  }
}
