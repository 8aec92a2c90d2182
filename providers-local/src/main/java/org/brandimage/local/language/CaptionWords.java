package org.brandimage.local.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A sanitizer of untrusted words for a caption: one line, no marks that could end a quotation or a
 * sentence, no negations, a bounded length. Stateless.
 */
final class CaptionWords {
  /** The negations of {@link org.brandimage.spi.caption.CaptionRules}. */
  private static final String NEGATION =
      "\\b(?:no|not|without|never|none|nothing|neither|nor|don't|doesn't|isn't|aren't|can't|avoid"
          + "|exclude|excluding|free of)\\b";

  private static final Pattern NEGATED =
      Pattern.compile(NEGATION + "[^,]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern NEGATION_ALONE = Pattern.compile(NEGATION, Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://|www\\.)\\S*");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?;:]+(?=\\s|$)|[\\r\\n]+");
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’,&%./+ -]+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern LOOSE_COMMAS = Pattern.compile("(?:\\s*,\\s*)+");
  private static final Pattern EDGES = Pattern.compile("^[\\s,.'&/+-]+|[\\s,.'&/+-]+$");

  private CaptionWords() {}

  /**
   * Returns the first affirmative clause of a text; what it negates is left out ("a beach without
   * people" is a beach).
   *
   * @param text any text
   * @param longest the most characters
   * @return clean words, cut between words; may be empty
   */
  static String clause(String text, int longest) {
    String plain = ADDRESS.matcher(text).replaceAll(" ");
    for (String sentence : SENTENCE_END.split(plain, -1)) {
      String kept = tidy(NEGATED.matcher(oneLine(sentence)).replaceAll(" "));
      if (!kept.isEmpty()) {
        return cut(kept, longest);
      }
    }
    return "";
  }

  /**
   * Returns a name with nothing but its negation words taken out.
   *
   * @param text any text
   * @param longest the most characters
   * @return clean words, cut between words; may be empty
   */
  static String name(String text, int longest) {
    String plain = SENTENCE_END.matcher(ADDRESS.matcher(text).replaceAll(" ")).replaceAll(" ");
    return cut(tidy(NEGATION_ALONE.matcher(oneLine(plain)).replaceAll(" ")), longest);
  }

  /**
   * Returns a text of at most so many characters, cut between words where it can be.
   *
   * @param text any text
   * @param longest the most characters
   * @return the text or its beginning
   */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = text.lastIndexOf(' ', longest);
    if (end <= 0) {
      end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    }
    return EDGES.matcher(text.substring(0, end)).replaceAll("");
  }

  /**
   * Returns whether a text holds one of some words, whatever the case of letters.
   *
   * @param text the text
   * @param words the words
   * @return true when one of them is in it
   */
  static boolean holdsAny(String text, List<String> words) {
    String folded = text.toLowerCase(Locale.ROOT);
    return words.stream()
        .filter(word -> !word.isBlank())
        .anyMatch(word -> folded.contains(word.toLowerCase(Locale.ROOT).strip()));
  }

  /**
   * Returns the elements that fit into a length, divided by commas.
   *
   * @param elements the elements, the most important first
   * @param longest the most characters
   * @return the list in words
   */
  static String list(List<String> elements, int longest) {
    List<String> kept = new ArrayList<>();
    int length = 0;
    for (String element : elements) {
      int more = element.length() + (kept.isEmpty() ? 0 : 2);
      boolean known = kept.stream().anyMatch(other -> other.equalsIgnoreCase(element));
      if (!element.isEmpty() && !known && length + more <= longest) {
        kept.add(element);
        length += more;
      }
    }
    return String.join(", ", kept);
  }

  private static String oneLine(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String words = MARKS.matcher(composed.replace('’', '\'')).replaceAll(" ");
    return BLANKS.matcher(words).replaceAll(" ").strip();
  }

  private static String tidy(String text) {
    String even = LOOSE_COMMAS.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll(", ");
    return EDGES.matcher(even).replaceAll("");
  }
}
