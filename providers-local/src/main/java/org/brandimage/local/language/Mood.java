package org.brandimage.local.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Light and look of a picture, from its themes and from wishes about the light.
 *
 * @param lighting where the light comes from and how it is
 * @param style the look
 */
record Mood(String lighting, String style) {
  private static final String DEFAULT_LIGHT = "soft, natural light from the side";
  private static final String LOOK = "realistic, high-end product photography";

  /** Times and weather with the light they bring, the more telling word first. */
  private static final List<Map.Entry<String, String>> LIGHTS =
      List.of(
          Map.entry("sunset|golden hour|sundown", "warm, low sunlight at %s"),
          Map.entry("sunrise|dawn|daybreak", "soft, early light at %s"),
          Map.entry("dusk|twilight|blue hour|nightfall", "fading blue light at %s"),
          Map.entry("midnight|noon|midday", "clear, hard light at %s"),
          Map.entry("night", "glowing artificial light at %s"),
          Map.entry("candlelight|moonlight|sunlight|daylight|sunshine", "gentle %s"),
          Map.entry("light|lights|lighting|glow|shadows?", "%s"),
          Map.entry("morning|afternoon|evening", "slanting light in the %s"),
          Map.entry("rain|snow|fog|mist|haze|drizzle|storm|snowfall", "diffuse light in the %s"),
          Map.entry("day|sky", "daylight of %s"));

  private static final List<Map.Entry<String, String>> WISHES =
      List.of(
          Map.entry("soft(?:er)?", "soft"),
          Map.entry("bright(?:er)?|lighter|too dark", "bright"),
          Map.entry("dark(?:er)?|dimmer|too bright", "dim"),
          Map.entry("warm(?:er)?", "warm"),
          Map.entry("cool(?:er)?|cold(?:er)?", "cool"),
          Map.entry("dramatic|contrast", "dramatic"));

  private static final Pattern SIDE = Pattern.compile("(.*?)( from (?:.* )?(?:left|right).*)");
  private static final Pattern SEASON =
      Pattern.compile("(?:.* )?(?:spring|summer|autumn|fall|winter|season)");
  private static final Pattern LOOK_WORD =
      Pattern.compile(".*(?:style|mood|look|vibe|atmosphere|aesthetics?|colou?rs|tones?|palette)");

  /**
   * Returns the mood of some themes.
   *
   * @param themes their clean names
   * @param notes clean wishes of earlier rounds, oldest first
   * @return the mood; a neutral one by default
   */
  static Mood of(List<String> themes, List<String> notes) {
    List<String> lights = new ArrayList<>();
    List<String> looks = new ArrayList<>();
    for (String theme : themes) {
      String light = light(theme);
      if (!light.isEmpty()) {
        lights.add(light);
      } else if (SEASON.matcher(theme).matches()) {
        looks.add("an air of " + theme);
      } else if (LOOK_WORD.matcher(theme).matches()) {
        looks.add(Articles.withArticle(theme));
      } else {
        looks.add(Articles.withArticle(theme + " mood"));
      }
    }
    String lighting = lights.isEmpty() ? DEFAULT_LIGHT : String.join(", ", lights);
    String look = looks.isEmpty() ? LOOK : LOOK + " with " + Articles.enumeration(looks);
    return new Mood(wished(lighting, notes), look);
  }

  /** The light of a theme; the side it comes from, when named, stays at its end. */
  private static String light(String theme) {
    Matcher side = SIDE.matcher(theme);
    if (!side.matches()) {
      return sidelessLight(theme);
    }
    String light = side.group(1).equals("lit") ? "light" : sidelessLight(side.group(1));
    return (light.isEmpty() ? "light" : light) + side.group(2);
  }

  private static String sidelessLight(String theme) {
    for (Map.Entry<String, String> entry : LIGHTS) {
      if (Pattern.compile("(?:.* )?(?:" + entry.getKey() + ")").matcher(theme).matches()) {
        boolean day = entry.getValue().startsWith("daylight");
        return String.format(
            Locale.ROOT, entry.getValue(), day ? Articles.withArticle(theme) : theme);
      }
    }
    return "";
  }

  /** Applies the newest note that mentions light. */
  private static String wished(String lighting, List<String> notes) {
    for (int i = notes.size() - 1; i >= 0; i--) {
      String note = notes.get(i).toLowerCase(Locale.ROOT);
      for (Map.Entry<String, String> wish : WISHES) {
        boolean asked = Pattern.compile("\\b(?:" + wish.getKey() + ")\\b").matcher(note).find();
        if (asked) {
          return lighting.contains(wish.getValue()) ? lighting : wish.getValue() + ", " + lighting;
        }
      }
    }
    return lighting;
  }
}
