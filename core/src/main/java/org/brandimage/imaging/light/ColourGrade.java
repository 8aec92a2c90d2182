package org.brandimage.imaging.light;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.brandimage.spi.image.RasterImage;

/**
 * A change of mood for a background: light colour and amount, contrast, colourfulness, tinted
 * shadows and highlights, a glow at the horizon, darker corners. It is for backgrounds only;
 * products keep their colours. Immutable and thread-safe.
 */
public final class ColourGrade {
  private static final ColourGrade NONE = new ColourGrade(GradeLook.of("none"));

  private static final List<Theme> THEMES =
      List.of(
          theme(
              "sunset|dusk|golden hour|evening|sundown|twilight",
              GradeLook.of("sunset")
                  .light(1.16, 0.93, 0.72, -0.12)
                  .tone(0.10, 1.12)
                  .tints(0x4A2A66, 0xFFB060, 0.16)
                  .glow(0xFF8A3C, 0.34, 0.22)
                  .atMost(0.30)),
          theme(
              "sunrise|dawn|morning|breakfast",
              GradeLook.of("morning")
                  .light(1.06, 1.0, 0.90, 0.14)
                  .tone(-0.06, 1.02)
                  .tints(0x6A7FA8, 0xFFE2B0, 0.10)
                  .glow(0xFFE3B8, 0.26, 0.10)),
          theme(
              "night|midnight|moonlight|nocturnal|nighttime",
              GradeLook.of("night")
                  .light(0.62, 0.84, 1.28, -1.45)
                  .tone(0.16, 0.72)
                  .tints(0x0A1A48, 0xFFD9A0, 0.14)
                  .glow(0x3B62C8, 0.12, 0.42)
                  .atMost(0.045)),
          theme(
              "neon|cyberpunk|nightclub",
              GradeLook.of("neon")
                  .light(0.86, 0.74, 1.22, -0.95)
                  .tone(0.22, 1.35)
                  .tints(0x2A0A5E, 0xFF4FC0, 0.18)
                  .glow(0xE83CFF, 0.22, 0.38)
                  .atMost(0.07)),
          theme(
              "autumn|fall|october|november|halloween|harvest",
              GradeLook.of("autumn")
                  .light(1.12, 0.96, 0.78, -0.08)
                  .tone(0.08, 1.10)
                  .tints(0x4B3A26, 0xF2B36A, 0.14)
                  .glow(0xFFB35A, 0.12, 0.20)),
          theme(
              "winter|snow|snowy|ice|icy|frost|frosty|cold|christmas",
              GradeLook.of("winter")
                  .light(0.92, 1.0, 1.14, 0.12)
                  .tone(-0.04, 0.74)
                  .tints(0x5A78A8, 0xEAF4FF, 0.14)
                  .glow(0xDCEBFF, 0.14, 0.08)),
          theme(
              "rain|rainy|storm|stormy|fog|foggy|mist|misty|overcast|cloudy|moody",
              GradeLook.of("rain")
                  .light(0.92, 0.99, 1.06, -0.42)
                  .tone(-0.06, 0.62)
                  .tints(0x3A4A58, 0xC8D4DC, 0.14)
                  .glow(0xB4C4D0, 0.10, 0.26)
                  .atMost(0.22)),
          theme(
              "summer|sunny|tropical|holiday|vacation|beach day|sunshine",
              GradeLook.of("summer")
                  .light(1.05, 1.0, 0.93, 0.22)
                  .tone(0.10, 1.22)
                  .tints(0x2E6E8E, 0xFFF0C0, 0.07)
                  .glow(0xFFF2C8, 0.14, 0.04)),
          theme(
              "spring|fresh|blossom|easter|pastel",
              GradeLook.of("spring")
                  .light(1.02, 1.03, 0.98, 0.20)
                  .tone(-0.10, 1.06)
                  .tints(0x7FA88A, 0xFFE8F0, 0.10)
                  .glow(0xFFF0F4, 0.14, 0.02)),
          theme(
              "cozy|cosy|candlelight|romantic|warm|rustic|vintage|retro",
              GradeLook.of("warm")
                  .light(1.10, 0.97, 0.82, -0.10)
                  .tone(0.02, 0.94)
                  .tints(0x4A3020, 0xFFD8A0, 0.14)
                  .glow(0xFFC078, 0.14, 0.24)),
          theme(
              "luxury|elegant|premium|dramatic|dark",
              GradeLook.of("dramatic")
                  .light(1.0, 0.98, 0.96, -0.55)
                  .tone(0.24, 0.78)
                  .tints(0x1A1A26, 0xFFE8C8, 0.10)
                  .glow(0xFFE0B0, 0.06, 0.40)
                  .atMost(0.12)),
          theme(
              "studio|minimal|minimalist|clean|bright|modern",
              GradeLook.of("studio")
                  .light(1.0, 1.0, 1.0, 0.12)
                  .tone(0.02, 0.90)
                  .tints(0x808890, 0xFFFFFF, 0.04)
                  .glow(0xFFFFFF, 0.06, 0.06)));

  private final GradeLook look;

  private ColourGrade(GradeLook look) {
    this.look = look;
  }

  /** {@return the grade that changes nothing, named "none"} */
  public static ColourGrade none() {
    return NONE;
  }

  /**
   * Chooses a grade by the words of a mood: the first text that names a mood decides.
   *
   * @param themes moods in plain words ("sunset", "a rainy evening")
   * @return the grade, or {@link #none()} when no text names a mood that is known
   */
  public static ColourGrade forThemes(Collection<String> themes) {
    for (String text : themes) {
      String words = text.toLowerCase(Locale.ROOT);
      for (Theme theme : THEMES) {
        if (theme.words.matcher(words).find()) {
          return theme.grade;
        }
      }
    }
    return NONE;
  }

  /** {@return the mood's name, such as "sunset"; "none" when nothing changes} */
  public String name() {
    return look.name();
  }

  /**
   * Tells whether a text already names this grade's mood, so that a background it describes need
   * not be graded again.
   *
   * @param text for example a background's description and tags
   * @return true when one of the mood's words stands in it
   */
  public boolean named(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    return THEMES.stream()
        .anyMatch(theme -> theme.grade == this && theme.words.matcher(words).find());
  }

  /**
   * {@return a graded copy of a background, or the background itself when nothing changes} It costs
   * one pass with a few table look-ups per pixel.
   *
   * @param background the background, opaque
   * @param light its light; the glow comes from that side
   */
  public RasterImage apply(RasterImage background, LightEstimate light) {
    Objects.requireNonNull(light, "light");
    return this == NONE
        ? background
        : GradePass.of(look, light.side(), background).apply(background);
  }

  @Override
  public String toString() {
    return "ColourGrade[" + look.name() + "]";
  }

  private static Theme theme(String words, GradeLook look) {
    return new Theme(Pattern.compile("\\b(" + words + ")\\b"), new ColourGrade(look));
  }

  private record Theme(Pattern words, ColourGrade grade) {}
}
