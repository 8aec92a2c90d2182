package org.brandimage.local.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A stemmer that removes plural endings, to find the words two texts share. The endings are those
 * of the S stemmer (Harman, "How effective is suffixing?", JASIS 42(1), 1991). Stateless.
 */
public final class WordStems {
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "a", "an", "the", "of", "on", "in", "at", "by", "with", "and", "or", "to", "for", "from",
          "my", "our", "your", "its", "new", "s");

  /** The head stands before these words: "bottle of wine" is a bottle. */
  private static final Set<String> AFTER_HEAD = Set.of("of", "with", "in", "on", "for", "at", "by");

  private WordStems() {}

  /**
   * Returns the stems of a text in order, without stop words.
   *
   * @param text any text
   * @return the stems
   */
  public static List<String> of(String text) {
    List<String> stems = new ArrayList<>();
    for (String word : words(text)) {
      if (!EMPTY_WORDS.contains(word)) {
        stems.add(stem(word));
      }
    }
    return stems;
  }

  /**
   * Returns the stem of a noun phrase's head, empty when it has none.
   *
   * @param phrase a noun phrase
   * @return the stem, in lower case
   */
  public static String head(String phrase) {
    return stem(headWord(phrase));
  }

  /**
   * Returns the head of a noun phrase, empty when it has none.
   *
   * @param phrase a noun phrase
   * @return the word
   */
  public static String headWord(String phrase) {
    String head = "";
    for (String word : words(phrase)) {
      if (AFTER_HEAD.contains(word) && !head.isEmpty()) {
        return head;
      }
      if (!EMPTY_WORDS.contains(word)) {
        head = word;
      }
    }
    return head;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>(List.of(GAP.split(Lexicon.fold(text), -1)));
    words.removeIf(String::isEmpty);
    return words;
  }

  private static String stem(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int n = lower.length();
    if (n > 3 && lower.endsWith("ies") && !lower.endsWith("eies") && !lower.endsWith("aies")) {
      return lower.substring(0, n - 3) + "y";
    }
    if (n > 4 && (lower.endsWith("shes") || lower.endsWith("ches") || lower.endsWith("xes"))) {
      return lower.substring(0, n - 2);
    }
    if (n > 3 && lower.endsWith("s") && !lower.endsWith("us") && !lower.endsWith("ss")) {
      return lower.substring(0, n - 1);
    }
    return lower;
  }
}
