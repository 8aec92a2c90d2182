package org.brandimage.quality;

/**
 * The usual policies. In all of them a failed REQUIRED guideline rejects the candidate, and each
 * candidate is decided in the order in which it came.
 *
 * <p>NOT_APPLICABLE counts neither for nor against a candidate. UNANSWERED means that it is not
 * known: no check measured it and the judge had no means to see it. It never rejects a candidate by
 * itself (a pipeline without a model would let nothing through), but it never hides either: {@link
 * PolicyDecision#unanswered()} lists it for every candidate, passed or not. Use {@link
 * #strictAnswered()} where an open question must stop a picture.
 */
public final class JudgePolicies {
  private JudgePolicies() {}

  /**
   * Returns the strict policy: any failed guideline, required or flexible, rejects the candidate.
   *
   * @return the policy
   */
  public static JudgePolicy strict() {
    return new StrictPolicy(false);
  }

  /**
   * Returns the strict policy that also requires answers: any failed guideline rejects the
   * candidate, and so does a required guideline that is unanswered.
   *
   * @return the policy
   */
  public static JudgePolicy strictAnswered() {
    return new StrictPolicy(true);
  }

  /**
   * Returns the relaxing policy: strict as long as something passes. When nothing does, the
   * flexible guidelines that some candidate breaks are dropped one after the other, the lowest
   * weight first and ties by id, until a candidate passes; what was dropped stays dropped and the
   * decision names it in that order. When not even that lets a candidate pass, nothing is dropped
   * and the decision is the strict one. A pipeline's default: a guideline that is not required
   * leaves no canvas empty.
   *
   * @return the policy
   */
  public static JudgePolicy relaxing() {
    return new RelaxingPolicy();
  }

  /**
   * Returns the weighted policy: a candidate passes when no required guideline failed and the
   * passed share of the weights of its answered guidelines reaches a threshold. A candidate with no
   * answer at all passes.
   *
   * @param threshold from 0 to 1
   * @return the policy
   * @throws IllegalArgumentException when the threshold is out of range
   */
  public static JudgePolicy weighted(double threshold) {
    return new WeightedPolicy(threshold);
  }
}
