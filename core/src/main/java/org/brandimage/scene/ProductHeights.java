package org.brandimage.scene;

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
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Selection;

/**
 * Typical heights of products by their nouns, from the list {@code product-heights.tsv}. The
 * longest phrase of the list that stands in a text decides; of equally long ones the last, as the
 * head of an English noun phrase stands at its end. A word that says that something is small of its
 * kind, such as "toy" or "mini", bars what stands after it: a toy sofa has not the height of a
 * sofa. Immutable and thread-safe.
 */
public final class ProductHeights {
  private static final String LIST = "product-heights.tsv";
  private static final int LONGEST_PHRASE = 4;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}-]*");

  /** Words that keep their last letter: they are not plurals of something on the list. */
  private static final Set<String> UNINFLECTED = Set.of("glass", "dress", "bus", "gas");

  private static final Set<String> SMALL_OF_KIND =
      Set.of("toy", "rc", "mini", "model", "miniature", "dollhouse");

  private static final double UNKNOWN_CM = 25;
  private static final double UNKNOWN_LOW_CM = 5;
  private static final double UNKNOWN_HIGH_CM = 120;

  /** What the list gives no range for is usually within a third of its height. */
  private static final double USUAL = 4 / 3.0;

  private final Map<String, Range> heights;

  private record Range(double cm, double low, double high) {}

  private ProductHeights(Map<String, Range> heights) {
    this.heights = Map.copyOf(heights);
  }

  /**
   * Reads the list.
   *
   * @return the heights
   */
  public static ProductHeights load() {
    Map<String, Range> heights = new HashMap<>();
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

  /**
   * Returns the height of a product: the library's own figure, else that of the noun that names the
   * product, else that of a noun of its description or tags, else an assumed one.
   *
   * @param product the product
   * @return its height
   */
  public ProductHeight of(Selection product) {
    Asset asset = product.asset();
    String name = product.entity().name();
    if (asset.heightCm().isPresent()) {
      double cm = asset.heightCm().getAsDouble();
      return new ProductHeight(name, cm, cm, cm, "the library's figure");
    }
    return find(name)
        .or(() -> find(asset.description()))
        .or(() -> find(String.join(", ", asset.tags())))
        .map(of -> new ProductHeight(name, of.cm(), of.lowCm(), of.highCm(), of.source()))
        .orElse(
            new ProductHeight(
                name,
                UNKNOWN_CM,
                UNKNOWN_LOW_CM,
                UNKNOWN_HIGH_CM,
                "assumed, as its kind is not known"));
  }

  /**
   * Finds the height of what a text names.
   *
   * @param text a noun phrase or a description
   * @return the height, or empty when no noun of the list stands in the text
   */
  public Optional<ProductHeight> find(String text) {
    List<String> words = words(text);
    for (int length = LONGEST_PHRASE; length >= 1; length--) {
      for (int end = words.size(); end >= length; end--) {
        List<String> phrase = words.subList(end - length, end);
        Optional<ProductHeight> match = lookUp(phrase);
        if (match.isPresent() && !barred(words.subList(0, end - length), phrase)) {
          return match;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean barred(List<String> before, List<String> phrase) {
    return before.stream().anyMatch(SMALL_OF_KIND::contains)
        && phrase.stream().noneMatch(SMALL_OF_KIND::contains);
  }

  private Optional<ProductHeight> lookUp(List<String> words) {
    String phrase = String.join(" ", words);
    for (String form : List.of(phrase, singular(phrase, "s"), singular(phrase, "es"))) {
      Range range = heights.get(form);
      if (range != null) {
        return Optional.of(
            new ProductHeight(form, range.cm, range.low, range.high, "typical of a " + form));
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

  private static void add(Map<String, Range> heights, String line) {
    String[] cells = line.split("\t", -1);
    double cm = Double.parseDouble(cells[1]);
    Range range = new Range(cm, cm / USUAL, cm * USUAL);
    if (cells.length > 2) {
      String[] bounds = cells[2].split("-", -1);
      range = new Range(cm, Double.parseDouble(bounds[0]), Double.parseDouble(bounds[1]));
    }
    heights.put(cells[0], range);
  }

  /** {@return how many nouns the list has, at least 1} */
  public int size() {
    return heights.size();
  }
}
