package org.brandimage.local.scenery;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The colours and lamps of a studio for one mood.
 *
 * @param name the mood
 * @param wall colour of the paper at the wall as {@code 0xRRGGBB}
 * @param floor colour of the paper on the floor
 * @param gel colour of the coloured light that comes from the side
 * @param gelAmount how much of it, from 0 to 1
 * @param key brightness of the pool of light, from 0 to 1
 * @param ambient light that is everywhere, from 0 to 1
 * @param halo brightness of a round spot on the wall, 0 for none
 * @param bokeh number of blurred lights in the distance
 */
record BackdropStyle(
    String name,
    int wall,
    int floor,
    int gel,
    double gelAmount,
    double key,
    double ambient,
    double halo,
    int bokeh) {
  private static final BackdropStyle NEUTRAL =
      new BackdropStyle("studio", 0xD9D4CC, 0xE4E0D9, 0xFFF3E0, 0.10, 0.55, 0.55, 0, 0);

  private static final List<Mood> MOODS =
      List.of(
          mood(
              "sunset|dusk|golden hour|evening|sundown|twilight",
              new BackdropStyle("sunset", 0xE8895A, 0xD98A66, 0xFF5A7A, 0.45, 0.62, 0.42, 0.85, 0)),
          mood(
              "neon|cyberpunk|nightclub|disco|party",
              new BackdropStyle("neon", 0x3A2470, 0x2C2060, 0xFF2FB4, 0.75, 0.5, 0.3, 0, 26)),
          mood(
              "night|midnight|moonlight|nocturnal|nighttime|space|stars|city lights",
              new BackdropStyle("night", 0x22386B, 0x24365F, 0x3F7BFF, 0.35, 0.55, 0.26, 0, 22)),
          mood(
              "christmas|festive|holidays|celebration",
              new BackdropStyle("festive", 0x8C1F2B, 0x7E2430, 0xFFB45A, 0.30, 0.6, 0.36, 0, 34)),
          mood(
              "sunrise|dawn|morning|breakfast",
              new BackdropStyle("morning", 0xF3D9B8, 0xF0DFC8, 0xFFC98A, 0.25, 0.6, 0.55, 0.5, 0)),
          mood(
              "forest|woods|jungle|garden|nature|botanical|park|meadow|leaves|green",
              new BackdropStyle("forest", 0x6F9268, 0x7E9A70, 0xE8FFB0, 0.22, 0.6, 0.42, 0, 0)),
          mood(
              "ocean|sea|beach|lake|water|underwater|summer|pool|island|coast",
              new BackdropStyle("ocean", 0x7CC0CF, 0xE9D9BC, 0xFFF2C8, 0.2, 0.55, 0.56, 0.4, 0)),
          mood(
              "autumn|fall|october|november|harvest|halloween|thanksgiving",
              new BackdropStyle("autumn", 0xC07A42, 0xA9744C, 0xFFC060, 0.3, 0.6, 0.4, 0, 0)),
          mood(
              "winter|snow|snowy|ice|icy|frost|frosty|cold|arctic",
              new BackdropStyle("winter", 0xC4D6E6, 0xE6EEF5, 0xE8F4FF, 0.18, 0.5, 0.62, 0, 0)),
          mood(
              "rain|rainy|storm|stormy|fog|foggy|mist|misty|overcast|moody",
              new BackdropStyle("rain", 0x7F8E9A, 0x77838D, 0xA8C4DC, 0.2, 0.5, 0.4, 0, 0)),
          mood(
              "spring|fresh|blossom|easter|pastel|romantic|valentine|wedding|pink",
              new BackdropStyle("spring", 0xF2C9D2, 0xF4DCE0, 0xFFE9C9, 0.2, 0.5, 0.6, 0.3, 0)),
          mood(
              "desert|sand|dune|dunes|safari|terracotta|canyon",
              new BackdropStyle("desert", 0xD9A066, 0xDDB587, 0xFFC27A, 0.3, 0.6, 0.46, 0.4, 0)),
          mood(
              "luxury|elegant|premium|dramatic|dark|black",
              new BackdropStyle("luxury", 0x2E2C2F, 0x333033, 0xD9A860, 0.3, 0.62, 0.24, 0, 0)),
          mood(
              "cozy|cosy|candlelight|rustic|warm|vintage|retro|coffee|wooden|wood|kitchen|home",
              new BackdropStyle("warm", 0xC9A27A, 0xB98F68, 0xFFC078, 0.28, 0.58, 0.42, 0, 0)),
          mood(
              "street|urban|city|concrete|industrial|pavement|sidewalk",
              new BackdropStyle("urban", 0x9A9C9E, 0xA3A19D, 0xFFD9A8, 0.2, 0.58, 0.42, 0, 0)),
          mood(
              "gym|sport|sports|sporty|energy|fitness|running",
              new BackdropStyle("sport", 0x3D5A80, 0x48658A, 0xFF7A3C, 0.35, 0.62, 0.36, 0, 0)));

  /**
   * Chooses a style: the first text that names a mood decides, and within a text the mood that
   * stands first in the list of moods.
   *
   * @param texts what is wanted, the most telling first
   * @return the style; a light neutral studio when no mood is named
   */
  static BackdropStyle forTexts(Collection<String> texts) {
    for (String text : texts) {
      String words = text.toLowerCase(Locale.ROOT);
      for (Mood mood : MOODS) {
        if (mood.words.matcher(words).find()) {
          return mood.style;
        }
      }
    }
    return NEUTRAL;
  }

  /**
   * Returns this style on paper of another colour.
   *
   * @param rgb the colour as {@code 0xRRGGBB}
   * @return the changed style
   */
  BackdropStyle withPaper(int rgb) {
    return new BackdropStyle(name, rgb, rgb, gel, gelAmount * 0.5, key, ambient, halo, bokeh);
  }

  private static Mood mood(String words, BackdropStyle style) {
    return new Mood(Pattern.compile("\\b(" + words + ")\\b"), style);
  }

  private record Mood(Pattern words, BackdropStyle style) {}
}
