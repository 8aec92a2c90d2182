package org.brandimage.local.plan;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kinds of place a product is photographed in, by how much of the world the frame shows. */
enum Framing {
  /** A table, a shelf, a studio: things at arm's length. */
  TABLETOP(
      "on a tabletop",
      60,
      "table|tabletop|desk|counter|countertop|shelf|marble|plate|kitchen|bathroom|breakfast|bar|tray"
          + "|cloth|windowsill|sill|workbench|picnic|dining|cafe|restaurant"),
  /** A room from wall to wall. */
  ROOM(
      "in a room",
      260,
      "room|floor|sofa|interior|living|bedroom|office|gym|hall|studio apartment|loft|garage|house"
          + "|home|store|shop|stage"),
  /** A street, a path, a park. */
  STREET(
      "on a street",
      220,
      "street|road|pavement|sidewalk|urban|city|alley|plaza|park|path|trail|track|court|garden"
          + "|rooftop|bridge|steps|stairs|yard|terrace|patio|balcony"),
  /** Far land, sea or sky. */
  LANDSCAPE(
      "in a landscape",
      400,
      "beach|mountains?|desert|forest|skyline|field|sea|ocean|sky|lake|snow|meadow|hill|valley"
          + "|canyon|river|dunes?|horizon|volcano|landscape|waterfall|jungle"),
  /** No place named: a plain studio. */
  STUDIO("in a studio", 80, "studio|backdrop|plain");

  private final String phrase;
  private final double frameCm;
  private final Pattern words;

  Framing(String phrase, double frameCm, String words) {
    this.phrase = phrase;
    this.frameCm = frameCm;
    this.words = Pattern.compile("\\b(" + words + ")\\b");
  }

  /**
   * Finds the kind of place: the first text that names one decides.
   *
   * @param texts the most telling first
   * @return the place; {@link #STUDIO} when none is named
   */
  static Framing of(List<String> texts) {
    for (String text : texts) {
      String lower = text.toLowerCase(Locale.ROOT);
      for (Framing framing : values()) {
        if (framing.words.matcher(lower).find()) {
          return framing;
        }
      }
    }
    return STUDIO;
  }

  /**
   * Returns the place in words.
   *
   * @return for example "on a street"
   */
  String phrase() {
    return phrase;
  }

  /**
   * Returns how many centimetres a picture of such a place shows across.
   *
   * @return centimetres
   */
  double frameCm() {
    return frameCm;
  }
}
