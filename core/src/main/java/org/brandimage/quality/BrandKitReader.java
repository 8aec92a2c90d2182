package org.brandimage.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.brief.SafeZone;
import org.brandimage.spi.error.InvalidInputException;

/**
 * Reads a {@link BrandKit} from JSON. Every field but the name may be left out; a field that is not
 * known is refused:
 *
 * <pre>{@code
 * {"name": "Acme",
 *  "palette": ["#E4572E", "#17BEBB"],
 *  "guidelines": [{"id": "calm", "statement": "The background is calm.",
 *                  "necessity": "flexible", "weight": 2, "answeredBy": "model"}],
 *  "forbiddenElements": ["people", "alcohol"],
 *  "safeMargin": 0.06,
 *  "safeZones": [{"x": 0, "y": 0, "width": 1, "height": 0.2}]}
 * }</pre>
 *
 * <p>A guideline with the id of a measured check or of the {@link GuidelineSet} takes its place.
 */
public final class BrandKitReader {
  private static final String WHERE = "brand kit";

  private BrandKitReader() {}

  /**
   * Reads a brand kit.
   *
   * @param json a document of the form above
   * @return the brand kit
   * @throws InvalidInputException when it is not of the form; it names the field, the value and the
   *     remedy
   */
  public static BrandKit read(String json) {
    JsonNode root = GuidelineJson.object(json, WHERE);
    GuidelineJson.onlyKeys(
        root,
        WHERE,
        List.of("name", "palette", "guidelines", "forbiddenElements", "safeMargin", "safeZones"));
    String name = GuidelineJson.text(root, "name", WHERE, "");
    if (name.isBlank()) {
      throw new InvalidInputException(WHERE + " name", name, "name the brand");
    }
    BrandKit.Builder kit =
        BrandKit.builder(name)
            .palette(GuidelineJson.texts(root, "palette", WHERE).stream().map(Rgb::parse).toList())
            .guidelines(GuidelineJson.guidelines(root, "guidelines", WHERE))
            .forbiddenElements(GuidelineJson.texts(root, "forbiddenElements", WHERE))
            .safeZones(safeZones(root));
    JsonNode margin = root.path("safeMargin");
    if (!margin.isMissingNode()) {
      if (!margin.isNumber()) {
        throw new InvalidInputException(
            WHERE + " safeMargin", margin, "give a share from 0 to 0.4");
      }
      kit.safeMargin(margin.doubleValue());
    }
    return kit.build();
  }

  private static List<SafeZone> safeZones(JsonNode root) {
    List<SafeZone> zones = new ArrayList<>();
    for (JsonNode node : GuidelineJson.array(root, "safeZones", WHERE)) {
      GuidelineJson.onlyKeys(node, "safe zone", List.of("x", "y", "width", "height"));
      zones.add(
          new SafeZone(
              share(node, "x"), share(node, "y"), share(node, "width"), share(node, "height")));
    }
    return zones;
  }

  private static double share(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isNumber()) {
      throw new InvalidInputException(
          "safe zone " + field, value.isMissingNode() ? "none" : value, "give a share from 0 to 1");
    }
    return value.doubleValue();
  }
}
