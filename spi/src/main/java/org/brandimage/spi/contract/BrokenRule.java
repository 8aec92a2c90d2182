package org.brandimage.spi.contract;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.brandimage.spi.error.StageContractException;

/**
 * A rule of {@code CONTRACTS.md} that a result breaks. It holds ids, indices and sizes, but no text
 * of a customer.
 *
 * @param rule the rule's number, such as "R3"
 * @param meaning the rule's sentence, without its full stop
 * @param found the actual result, on one line
 * @param remedy how to correct the stage, as one sentence without its full stop
 */
public record BrokenRule(String rule, String meaning, String found, String remedy) {
  /** Checks the values and joins the lines of what was found. */
  public BrokenRule {
    requireText("rule", rule);
    requireText("meaning", meaning);
    requireText("remedy", remedy);
    found = found.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
  }

  /**
   * Returns the error for a result that breaks rules.
   *
   * @param stage the label of the stage, such as "rank"
   * @param provider the implementation that answered
   * @param broken the rules, at least one; the first is the error's rule
   * @return an error that names all of them
   * @throws IllegalArgumentException when no rule is broken
   */
  public static StageContractException failure(
      String stage, String provider, List<BrokenRule> broken) {
    if (broken.isEmpty()) {
      throw new IllegalArgumentException("broken must name a rule: " + stage + " by " + provider);
    }
    BrokenRule first = broken.get(0);
    String others =
        broken.stream().skip(1).map(rule -> "; and " + rule).collect(Collectors.joining());
    return new StageContractException(stage, provider, first.rule, first.text() + others);
  }

  /** {@return one line, such as "R3 a ranking is …: missing [c1] - return each contender once"} */
  @Override
  public String toString() {
    return rule + " " + text();
  }

  private String text() {
    return meaning + ": " + found + " - " + remedy;
  }

  private static void requireText(String field, String text) {
    if (Objects.requireNonNull(text, field).isBlank()) {
      throw new IllegalArgumentException(field + " must not be blank");
    }
  }
}
