package org.brandimage.local.plan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Typical heights of products by their nouns, from the list {@code product-heights.tsv}. The
 * longest phrase of the list that stands in a text decides; of equally long ones the last, as the
 * head of an English noun phrase stands at its end. Immutable and thread-safe.
 */
final class ProductHeights {
  private static final String LIST = "product-heights.tsv";
  private static final int LONGEST_PHRASE = 4;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}-]*");

  /** Words that keep their last letter: they are not plurals of something on the list. */
  private static final Set<String> UNINFLECTED = Set.of("glass", "dress", "bus", "gas");

  private final Map<String, Double> heights;

  /**
   * A height and where it comes from.
   *
   * @param noun the phrase of the list
   * @param cm the height in centimetres
   */
  record Match(String noun, double cm) {}

  private ProductHeights(Map<String, Double> heights) {
    this.heights = Map.copyOf(heights);
  }

  /**
   * Reads the list.
   *
   * @return the heights
   */
  static ProductHeights load() {
    Map<String, Double> heights = new HashMap<>();
    try (InputStream stream = ProductHeights.class.getResourceAsStream(LIST)) {
      if (stream == null) {
        throw new IllegalStateException("resource is missing from the jar: " + LIST);
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(heights, line));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + LIST, e);
    }
    return new ProductHeights(heights);
  }

  private static void add(Map<String, Double> heights, String line) {
    int tab = line.indexOf('\t');
    heights.put(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)));
  }

  /**
   * Finds the height of what a text names.
   *
   * @param text a noun phrase or a description
   * @return the height, or empty when no noun of the list stands in the text
   */
  Optional<Match> find(String text) {
    List<String> words = words(text);
    for (int length = LONGEST_PHRASE; length >= 1; length--) {
      for (int end = words.size(); end >= length; end--) {
        Optional<Match> match = lookUp(words.subList(end - length, end));
        if (match.isPresent()) {
          return match;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Match> lookUp(List<String> words) {
    String phrase = String.join(" ", words);
    for (String form : List.of(phrase, singular(phrase, "s"), singular(phrase, "es"))) {
      Double cm = heights.get(form);
      if (cm != null) {
        return Optional.of(new Match(form, cm));
      }
    }
    return Optional.empty();
  }

  private static String singular(String phrase, String ending) {
    String last = phrase.substring(phrase.lastIndexOf(' ') + 1);
    boolean plural = last.endsWith(ending) && !UNINFLECTED.contains(last);
    return plural ? phrase.substring(0, phrase.length() - ending.length()) : phrase;
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }

  /**
   * Returns how many nouns the list has.
   *
   * @return at least 1
   */
  int size() {
    return heights.size();
  }
}
