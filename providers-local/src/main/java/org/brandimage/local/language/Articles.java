package org.brandimage.local.language;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** English articles and lists. Stateless. */
final class Articles {
  private static final Pattern DETERMINED =
      Pattern.compile(
          "(?i)(?:an?|the|my|our|your|his|her|its|their|this|that|these|those|some|one|two|three"
              + "|four|five|six|seven|eight|nine|ten|several|many|\\d+)\\b.*");
  private static final Pattern VOWEL =
      Pattern.compile("(?i)(?:[aeio]|u(?!ni|se|su|ti)|hour|honest|heir).*");
  private static final Pattern LIKE_CONSONANT = Pattern.compile("(?i)(?:eu|one|once).*");
  private static final Set<String> UNCOUNTED =
      Set.of(
          "perfume",
          "soap",
          "juice",
          "coffee",
          "tea",
          "honey",
          "shampoo",
          "conditioner",
          "wine",
          "beer",
          "water",
          "lemonade",
          "jewellery",
          "jewelry",
          "furniture",
          "makeup",
          "clothing",
          "sunscreen",
          "mascara",
          "grass",
          "sand",
          "snow",
          "ice",
          "wood",
          "marble",
          "granite",
          "stone",
          "slate",
          "concrete",
          "velvet",
          "linen",
          "silk",
          "space",
          "nature",
          "outdoors",
          "indoors",
          "leather",
          "home",
          "paper",
          "bread",
          "fruit");

  private Articles() {}

  /**
   * Returns a noun phrase with the article it needs: the one it came with, if any.
   *
   * @param name the phrase without article
   * @param phrase the words it came from, perhaps with an article
   * @return for example "a rubber duck", "an urban street", "red shoes"
   */
  static String withArticle(String name, String phrase) {
    String came = phrase.strip().toLowerCase(Locale.ROOT);
    for (String article : List.of("a ", "an ", "the ")) {
      if (came.startsWith(article) && came.endsWith(name.toLowerCase(Locale.ROOT))) {
        return article + name;
      }
    }
    return withArticle(name);
  }

  /**
   * Returns a noun phrase with an indefinite article, unless it has one, stands in the plural or is
   * not counted.
   *
   * @param name the phrase
   * @return the phrase, perhaps with "a" or "an"
   */
  static String withArticle(String name) {
    String head = WordStems.headWord(name);
    boolean plural = head.length() > 3 && head.endsWith("s") && !head.matches(".*(?:ss|us|is)");
    if (name.isEmpty() || DETERMINED.matcher(name).matches() || plural || isUncounted(head)) {
      return name;
    }
    boolean vowel = VOWEL.matcher(name).matches() && !LIKE_CONSONANT.matcher(name).matches();
    return (vowel ? "an " : "a ") + name;
  }

  /**
   * Returns things in a row.
   *
   * @param things at least one
   * @return for example "a can, a cup and a duck"
   */
  static String enumeration(List<String> things) {
    int last = things.size() - 1;
    return last == 0
        ? things.get(0)
        : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
  }

  private static boolean isUncounted(String head) {
    return UNCOUNTED.contains(head);
  }
}
