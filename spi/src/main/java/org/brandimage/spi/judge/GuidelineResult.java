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
   * Starts a builder.
   *
   * @param guidelineId the id of the guideline
   * @param outcome whether the picture keeps the guideline
   * @param source who answered: a check's or a judge's name
   * @param reason why, as one sentence
   * @return a builder with the documented defaults
   */
  public static Builder builder(String guidelineId, Outcome outcome, String source, String reason) {
    return new Builder(guidelineId, outcome, source, reason);
  }

  /**
   * Starts the result of a check whose guideline is kept.
   *
   * @param check the check; its class is the source
   * @param reason why, as one sentence
   * @return a builder with the documented defaults
   */
  public static Builder pass(GuidelineCheck check, String reason) {
    return of(check, Outcome.PASS, reason);
  }

  /**
   * Starts the result of a check whose guideline is broken.
   *
   * @param check the check; its class is the source
   * @param reason why, as one sentence
   * @param hint what would mend it; empty when nothing is known to
   * @return a builder with the documented defaults
   */
  public static Builder fail(GuidelineCheck check, String reason, String hint) {
    return of(check, Outcome.FAIL, reason).hint(hint);
  }

  /**
   * Starts the result of a check that cannot tell.
   *
   * @param check the check; its class is the source
   * @param reason why not, as one sentence
   * @return a builder with the documented defaults
   */
  public static Builder unanswered(GuidelineCheck check, String reason) {
    return of(check, Outcome.UNANSWERED, reason);
  }

  /**
   * Starts the result of a check whose guideline says nothing about this picture.
   *
   * @param check the check; its class is the source
   * @param reason why not, as one sentence
   * @return a builder with the documented defaults
   */
  public static Builder notApplicable(GuidelineCheck check, String reason) {
    return of(check, Outcome.NOT_APPLICABLE, reason);
  }

  private static Builder of(GuidelineCheck check, Outcome outcome, String reason) {
    String source = check.getClass().getSimpleName();
    return new Builder(check.guideline().id(), outcome, source, reason);
  }

  /**
   * Returns the id of the guideline.
   *
   * @return the id of the guideline
   */
  public String guidelineId() {
    return guidelineId;
  }

  /**
   * Returns whether the picture keeps the guideline.
   *
   * @return whether the picture keeps the guideline
   */
  public Outcome outcome() {
    return outcome;
  }

  /**
   * Returns who answered: a check's or a judge's name.
   *
   * @return who answered: a check's or a judge's name
   */
  public String source() {
    return source;
  }

  /**
   * Returns why, as one sentence.
   *
   * @return why, as one sentence
   */
  public String reason() {
    return reason;
  }

  /**
   * Returns the measured value, finite.
   *
   * @return the measured value, finite or empty when it is not known
   */
  public OptionalDouble number() {
    return number;
  }

  /**
   * Returns the bound the value was held against, finite.
   *
   * @return the bound the value was held against, finite or empty when it is not known
   */
  public OptionalDouble threshold() {
    return threshold;
  }

  /**
   * Returns what would mend it; empty when nothing is to mend.
   *
   * @return what would mend it; empty when nothing is to mend
   */
  public String hint() {
    return hint;
  }

  /**
   * Returns why the guideline is unanswered.
   *
   * @return the cause when the outcome is {@link Outcome#UNANSWERED}, else empty
   */
  public Optional<Cause> cause() {
    return Optional.ofNullable(cause);
  }

  /** Why a guideline is unanswered. */
  public enum Cause {
    /** No check measures it, and there is no judge that could look. */
    NOT_ASKED,
    /** A check or a judge looked and could not tell. */
    NOT_DECIDABLE,
    /** A judge was asked, and its reply could not be used. */
    UNUSABLE_REPLY
  }

  /** The four answers. */
  public enum Outcome {
    /** The picture keeps the guideline. */
    PASS,
    /** The picture breaks the guideline. */
    FAIL,
    /** It is not known; {@link #cause()} says why, and a policy decides what that means. */
    UNANSWERED,
    /** The guideline is about something that this picture or brand does not have. */
    NOT_APPLICABLE
  }

  /**
   * Tells whether the picture keeps the guideline.
   *
   * @return true for {@link Outcome#PASS} only
   */
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

  /** Builds a {@link GuidelineResult}. Not thread-safe. */
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
     * Sets the measured value, finite.
     *
     * @param number the measured value, finite
     * @return this
     */
    public Builder number(double number) {
      this.number = OptionalDouble.of(number);
      return this;
    }

    /**
     * Sets the bound the value was held against, finite.
     *
     * @param threshold the bound the value was held against, finite
     * @return this
     */
    public Builder threshold(double threshold) {
      this.threshold = OptionalDouble.of(threshold);
      return this;
    }

    /**
     * Sets what would mend it; empty when nothing is to mend.
     *
     * @param hint what would mend it; empty when nothing is to mend
     * @return this
     */
    public Builder hint(String hint) {
      this.hint = Objects.requireNonNull(hint, "hint");
      return this;
    }

    /**
     * Sets why the guideline is unanswered; {@link Cause#NOT_DECIDABLE} by default.
     *
     * @param cause the cause
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
     */
    public GuidelineResult build() {
      return new GuidelineResult(this);
    }
  }
}
