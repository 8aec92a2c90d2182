package org.brandimage.quality;

/**
 * The standard policies. In all of them a failed REQUIRED guideline rejects the candidate, and
 * candidates are decided in their given order.
 *
 * <p>NOT_APPLICABLE counts neither for nor against a candidate. UNANSWERED means that neither a
 * check nor the judge gave an answer. It does not reject a candidate (else a pipeline without a
 * model would have no results), but {@link PolicyDecision#unanswered()} lists it for every
 * candidate, passed or not. Use {@link #strictAnswered()} where an unanswered guideline must reject
 * a picture.
 */
public final class JudgePolicies {
  private JudgePolicies() {}

  /**
   * {@return the strict policy: any failed guideline, required or flexible, rejects the candidate}
   */
  public static JudgePolicy strict() {
    return new StrictPolicy(false);
  }

  /**
   * {@return the strict policy that also requires answers: any failed guideline rejects the
   * candidate, and so does a required guideline that is unanswered}
   */
  public static JudgePolicy strictAnswered() {
    return new StrictPolicy(true);
  }

  /**
   * {@return the relaxing policy: strict as long as a candidate passes} When none does, the
   * flexible guidelines that some candidate breaks are dropped one after the other, the lowest
   * weight first and ties by id, until a candidate passes. Guidelines once dropped stay dropped,
   * and the decision names them in that order. If still no candidate passes, no guideline is
   * dropped and the decision is the strict one. This is a pipeline's default, so that flexible
   * guidelines do not leave a canvas without pictures.
   */
  public static JudgePolicy relaxing() {
    return new RelaxingPolicy();
  }

  /**
   * {@return the weighted policy: a candidate passes when no required guideline failed and the
   * passed share of the weights of its answered guidelines reaches a threshold} A candidate with no
   * answer at all passes.
   *
   * @param threshold from 0 to 1
   * @throws IllegalArgumentException when the threshold is out of range
   */
  public static JudgePolicy weighted(double threshold) {
    return new WeightedPolicy(threshold);
  }
}
