package org.brandimage.spi.caption;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The rules that every caption must obey, shared by all captioners and the contract kit. Source:
 * the prompting guide of Amazon Nova Canvas (describe, do not instruct; no negation words; at most
 * 1,024 characters). Stateless and thread-safe.
 */
public final class CaptionRules {
  private static final Pattern NEGATION =
      Pattern.compile(
          "\\b(no|not|without|never|none|nothing|neither|nor|don't|doesn't|isn't|aren't|can't|avoid"
              + "|exclude|excluding|free of)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern INSTRUCTION =
      Pattern.compile(
          "(^|[.!?]\\s+)(please|create|generate|make|draw|render|put|place|add|show|produce|design"
              + "|imagine|ensure|use|remove|replace|insert)\\b",
          Pattern.CASE_INSENSITIVE);

  private CaptionRules() {}

  /**
   * Returns the rules that a caption breaks.
   *
   * @param caption the caption
   * @return one sentence per broken rule; empty when none is broken
   */
  public static List<String> violations(Caption caption) {
    List<String> broken = new ArrayList<>();
    negation(caption.text())
        .forEach(word -> broken.add("text holds the negation \"" + word + "\""));
    negation(caption.negativeText())
        .forEach(word -> broken.add("negativeText holds the negation \"" + word + "\""));
    if (INSTRUCTION.matcher(caption.text()).find()) {
      broken.add("text instructs instead of describing");
    }
    requireIn(caption.text(), "subject", caption.subject(), broken);
    requireIn(caption.text(), "reference", caption.reference(), broken);
    requireIn(caption.text(), "environment", caption.environment(), broken);
    return List.copyOf(broken);
  }

  private static List<String> negation(String text) {
    return NEGATION.matcher(text).results().map(match -> match.group()).distinct().toList();
  }

  private static void requireIn(String text, String field, String part, List<String> broken) {
    if (part.isBlank()) {
      broken.add(field + " is missing");
    } else if (!text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT))) {
      broken.add("text does not say the " + field);
    }
  }
}
