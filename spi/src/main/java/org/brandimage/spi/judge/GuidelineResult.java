package org.brandimage.spi.judge;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The answer to one guideline about one picture: outcome, number, threshold, reason and a hint what
 * would mend it. Immutable.
 */
public final class GuidelineResult {
  private final String guidelineId;
  private final Outcome outcome;
  private final String source;
  private final String reason;
  private final OptionalDouble number;
  private final OptionalDouble threshold;
  private final String hint;

  private GuidelineResult(Builder builder) {
    this.guidelineId = builder.guidelineId;
    this.outcome = builder.outcome;
    this.source = builder.source;
    this.reason = builder.reason;
    this.number = builder.number;
    this.threshold = builder.threshold;
    this.hint = builder.hint;
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

  /** The three answers. */
  public enum Outcome {
    /** The picture keeps the guideline. */
    PASS,
    /** The picture breaks the guideline. */
    FAIL,
    /** Nobody could tell; a policy decides what that means. */
    UNANSWERED
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
     * Builds the value.
     *
     * @return an immutable value
     */
    public GuidelineResult build() {
      return new GuidelineResult(this);
    }
  }
}
