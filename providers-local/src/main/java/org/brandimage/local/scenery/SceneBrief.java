package org.brandimage.local.scenery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.brandimage.imaging.light.ColourGrade;
import org.brandimage.imaging.light.LightEstimate;
import org.brandimage.spi.caption.Caption;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.retrieve.Asset;
import org.brandimage.spi.retrieve.Scene;

/**
 * The mood, light and ground that a scene and its caption describe.
 *
 * @param themes the moods the brief names
 * @param texts all texts a backdrop may follow, the most specific first
 * @param backgroundText what is known of the retrieved background in words
 * @param lighting the caption's words on light
 */
record SceneBrief(List<String> themes, List<String> texts, String backgroundText, String lighting) {
  private static final Pattern STANDABLE =
      Pattern.compile(
          "\\b(floor|table|tabletop|desk|counter|countertop|shelf|street|road|pavement|sidewalk"
              + "|path|beach|sand|grass|lawn|meadow|field|deck|dock|terrace|patio|stage|podium"
              + "|pedestal|studio|room|kitchen|bathroom|office|court|rooftop|bench|marble|concrete"
              + "|ground|stone|plaza|alley|track|gym|snow|carpet|rug|balcony|bridge|shore|dune"
              + "|dunes|garden|trail|board|cloth|plinth|windowsill|sill|steps|stairs)s?\\b");

  private static final Pattern DISTANT =
      Pattern.compile(
          "\\b(skyline|sky|clouds?|mountains?|volcano|fuji|pagoda|aerial|sea|ocean|lake|waterfall"
              + "|silhouette|horizon|cityscape|panorama|panoramic|space|galaxy|stars|moon|cactus"
              + "|skyscrapers?|landscape|sunset|sunrise|valley|canyon|river)\\b");

  /** Checks and copies the values. */
  SceneBrief {
    themes = List.copyOf(themes);
    texts = List.copyOf(texts);
  }

  /**
   * Reads a scene and its caption.
   *
   * @param scene what is shown
   * @param caption the text of the picture
   * @return the words, in plain lists
   */
  static SceneBrief of(Scene scene, Caption caption) {
    List<String> themes = scene.themes().stream().map(Entity::name).toList();
    List<String> texts = new ArrayList<>(themes);
    scene.setting().ifPresent(setting -> texts.add(setting.name()));
    texts.add(caption.environment());
    texts.add(caption.lighting());
    texts.add(caption.style());
    return new SceneBrief(
        themes, texts, scene.background().map(SceneBrief::words).orElse(""), caption.lighting());
  }

  private static String words(Asset asset) {
    String text = asset.id() + " " + asset.description() + " " + String.join(" ", asset.tags());
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
  }

  /**
   * Returns the grade for the moods that the background does not already show.
   *
   * @return the grade, perhaps none
   */
  ColourGrade grade() {
    ColourGrade grade = ColourGrade.forThemes(themes);
    return grade.named(backgroundText) ? ColourGrade.none() : grade;
  }

  /**
   * Returns whether the background is far away, so that a product in front of it would hang in the
   * air.
   *
   * @return true when its words name something distant and nothing to stand on
   */
  boolean distant() {
    return DISTANT.matcher(backgroundText).find() && !STANDABLE.matcher(backgroundText).find();
  }

  /**
   * Returns a light adjusted to the caption's words on light.
   *
   * @param light the light so far
   * @return the light with the side and softness the words name
   */
  LightEstimate lit(LightEstimate light) {
    String words = lighting.toLowerCase(Locale.ROOT);
    LightEstimate changed = light;
    if (words.contains("from the left")) {
      changed = changed.withSide(-0.7);
    } else if (words.contains("from the right")) {
      changed = changed.withSide(0.7);
    }
    if (words.matches(".*\\b(hard|harsh|direct|dramatic)\\b.*")) {
      changed = changed.withShadows(Math.max(0.75, changed.strength()), 0.3);
    } else if (words.matches(".*\\b(soft|diffuse|diffused|overcast|gentle)\\b.*")) {
      changed = changed.withShadows(changed.strength(), Math.max(0.7, changed.softness()));
    }
    return changed;
  }
}
