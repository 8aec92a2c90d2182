package org.brandimage.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.brandimage.spi.scene.SceneMap;

/**
 * The page of backgrounds that were read: each with its drawing, what was understood and where that
 * came from, so that a person can correct it in the file beside the photo. Stateless and
 * thread-safe.
 */
public final class ScenePage {
  private static final String TITLE = "Backgrounds, as they were read";

  /**
   * A background that was read.
   *
   * @param id its id in the library
   * @param map what was understood
   * @param drawing the name of its drawing, in the page's folder
   * @param words the name of the file with what was understood in a library's words
   */
  public record Entry(String id, SceneMap map, String drawing, String words) {
    /** Checks the values. */
    public Entry {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(map, "map");
      Objects.requireNonNull(drawing, "drawing");
      Objects.requireNonNull(words, "words");
    }
  }

  private ScenePage() {}

  /**
   * Returns a page.
   *
   * @param entries the backgrounds, in the order of the page
   * @return a complete HTML document that links drawings and files in its folder
   */
  public static String of(List<Entry> entries) {
    Html html = new Html();
    html.markup("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.element("title", "", TITLE);
    html.markup("<style>").markup(style()).markup("</style></head><body>");
    html.element("h1", "", TITLE);
    html.markup("<p class=\"quiet\"><span class=\"ground\">Green</span> is free ground, the surer ")
        .markup("the stronger; <span class=\"occupied\">red</span> must not be covered; the ")
        .markup("<span class=\"horizon\">yellow line</span> is the horizon. To correct a reading, ")
        .markup("copy its words into the JSON file beside the photo and change them there.</p>");
    entries.forEach(entry -> section(html, entry));
    return html.markup("</body></html>\n").toString();
  }

  private static void section(Html html, Entry entry) {
    SceneMap map = entry.map();
    html.markup("<section><h2>").text(entry.id()).markup("</h2>");
    html.markup("<a href=\"").text(entry.drawing()).markup("\"><img alt=\"\" src=\"");
    html.text(entry.drawing()).markup("\"></a><table>");
    row(html, "usable", map.usable() ? "yes" : "no: " + map.reason(), map, "usable");
    row(html, "ground", String.format(Locale.ROOT, "%.0f %% sure", 100 * map.confidence()), map);
    row(html, "occupied", "", map);
    row(html, "horizon", number(map.horizon().orElse(Double.NaN), "of the height"), map);
    String width =
        map.frameWidth()
            .map(
                frame ->
                    String.format(
                        Locale.ROOT,
                        "%.0f cm across, %.0f %% down; usually off by a factor of %.2f",
                        frame.centimetres(),
                        100 * frame.row(),
                        frame.error()))
            .orElse("not known");
    row(html, "width", width, map, "frameWidth");
    row(html, "light", map.light().orElse("not known"), map);
    html.markup("</table><p class=\"quiet\">Its words: <a href=\"").text(entry.words());
    html.markup("\">").text(entry.words()).markup("</a></p></section>\n");
  }

  private static void row(Html html, String name, String value, SceneMap map) {
    row(html, name, value, map, name);
  }

  private static void row(Html html, String name, String value, SceneMap map, String source) {
    html.markup("<tr>").element("th", "", name).element("td", "", value);
    html.element("td", "class=\"quiet\"", map.sources().getOrDefault(source, "")).markup("</tr>");
  }

  private static String number(double value, String unit) {
    return Double.isNaN(value) ? "not known" : String.format(Locale.ROOT, "%.3f %s", value, unit);
  }

  private static String style() {
    try (InputStream in = ScenePage.class.getResourceAsStream("scenes.css")) {
      return new String(
          Objects.requireNonNull(in, "missing resource scenes.css").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read resource scenes.css", e);
    }
  }
}
