package org.brandimage.local.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a product stands: what it touches, and what is around both.
 *
 * @param reference what it stands on, with article
 * @param environment what is around, with article
 */
record Topology(String reference, String environment) {
  /** The default when no place is named. */
  static final Topology STUDIO = new Topology("a smooth, seamless surface", "a softly lit studio");

  private static final Pattern PART_OF_PLACE =
      Pattern.compile("(.+?) (?:of|in|inside|at|by|near|next to|beside) ((?:an?|the|our) .+)");
  private static final Pattern SURFACE =
      Pattern.compile(
          ".*\\b(?:table|tabletop|desk|shelf|bench|counter|countertop|worktop|windowsill|sill|floor"
              + "|rug|carpet|blanket|towel|tray|cushion|pedestal|podium|plinth|rock|stone|sofa|chair"
              + "|bed|mat|deck|tablecloth|stool|dresser|nightstand|mantelpiece|sand|grass|slate"
              + "|velvet|silk|linen|marble|wood|concrete|mirror|box|plate|basket|book|sink)s?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PLAIN_GROUND =
      Pattern.compile(
          ".*\\bbackgrounds?|.*\\bbackdrops?|white|black|gr[ea]y|beige", Pattern.CASE_INSENSITIVE);

  /** The ground of places, the more telling word first. */
  private static final List<Map.Entry<String, String>> GROUNDS =
      List.of(
          Map.entry("forest|wood|jungle|grove", "the mossy forest floor"),
          Map.entry("beach|shore|coast|dune|desert", "the fine sand"),
          Map.entry("street|road|alley|city|town|downtown|sidewalk|square|avenue", "the pavement"),
          Map.entry("mountain|cliff|hill|canyon|summit|trail", "a flat rock"),
          Map.entry("garden|meadow|park|field|lawn|farm|vineyard", "the short grass"),
          Map.entry("kitchen|restaurant|cafe|café|bar|bakery|diner", "a clean tabletop"),
          Map.entry("office|workspace|library|school", "a tidy desk"),
          Map.entry("bathroom|spa", "a tiled ledge"),
          Map.entry("studio|background|backdrop", "a smooth, seamless surface"),
          Map.entry("pool|pier|harbou?r|marina|terrace|balcony|rooftop|patio", "the stone floor"),
          Map.entry("sea|ocean|lake|river|waterfall", "a smooth rock"),
          Map.entry("room|home|house|hall|loft|lobby|gym|shop|store|bedroom|hotel", "the floor"));

  /**
   * Returns the topology of a place.
   *
   * @param place a noun phrase without article, or with one
   * @return what a product there stands on and what is around it
   */
  static Topology of(String place) {
    Matcher parts = PART_OF_PLACE.matcher(place);
    if (parts.matches()) {
      return new Topology(Articles.withArticle(parts.group(1)), parts.group(2));
    }
    if (PLAIN_GROUND.matcher(place).matches()) {
      return new Topology("a smooth, seamless surface", Articles.withArticle(backdrop(place)));
    }
    if (SURFACE.matcher(place).matches()) {
      return new Topology(Articles.withArticle(place), "a softly blurred interior");
    }
    return new Topology(ground(place), Articles.withArticle(place));
  }

  private static String backdrop(String place) {
    return place.matches("(?i).*(background|backdrop)s?") ? place : place + " backdrop";
  }

  private static String ground(String place) {
    String folded = place.toLowerCase(Locale.ROOT);
    return GROUNDS.stream()
        .filter(entry -> Pattern.compile("\\b(?:" + entry.getKey() + ")").matcher(folded).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("the ground");
  }
}
