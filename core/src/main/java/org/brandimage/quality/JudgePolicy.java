package org.brandimage.quality;

import java.util.List;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.judge.Verdict;

/**
 * The rule that turns verdicts into the candidates that pass. A verdict says what is true of one
 * picture; a policy says what that is worth. A pipeline asks it about the pictures of each canvas
 * by themselves, since each canvas is to have finalists. Implement it for rules of your own; {@link
 * JudgePolicies} has the usual three.
 *
 * <p>Implementations are pure: the same verdicts and guidelines give the same decision, nothing is
 * kept, any number of threads may share one.
 */
@FunctionalInterface
public interface JudgePolicy {
  /**
   * Decides which candidates pass.
   *
   * @param verdicts one verdict a candidate of one canvas, in the order of the candidates; may be
   *     empty
   * @param guidelines every guideline the candidates are held to, each id once. A guideline that a
   *     verdict does not mention counts as unanswered for that candidate
   * @return every candidate as either passed or rejected with its reasons
   * @throws IllegalArgumentException when a candidate or a guideline occurs twice, or a verdict
   *     answers a guideline that is not among the guidelines
   */
  PolicyDecision select(List<Verdict> verdicts, List<Guideline> guidelines);
}
