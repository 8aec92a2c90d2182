package org.brandimage.quality;

import java.util.List;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.judge.Verdict;

/**
 * The rule that decides from verdicts which candidates pass. A verdict holds the results of one
 * picture; a policy decides whether they are good enough. A pipeline calls it for the pictures of
 * each canvas separately, so that each canvas has finalists. Implement it for rules of your own;
 * {@link JudgePolicies} has the standard ones.
 *
 * <p>Implementations are pure: the same verdicts and guidelines give the same decision, no state is
 * kept, and any number of threads may share one.
 */
@FunctionalInterface
public interface JudgePolicy {
  /**
   * Decides which candidates pass.
   *
   * @param verdicts one verdict per candidate of one canvas, in the order of the candidates; may be
   *     empty
   * @param guidelines every guideline that applies to the candidates, each id once; a guideline
   *     that a verdict lacks counts as unanswered for that candidate
   * @return every candidate as either passed or rejected with its reasons
   * @throws IllegalArgumentException when a candidate or a guideline occurs twice, or a verdict
   *     answers a guideline that is not among the guidelines
   */
  PolicyDecision select(List<Verdict> verdicts, List<Guideline> guidelines);
}
