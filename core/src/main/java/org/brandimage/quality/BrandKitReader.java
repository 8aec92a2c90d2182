package org.brandimage.quality;

import org.brandimage.json.StrictJson;
import org.brandimage.spi.brief.BrandKit;
import org.brandimage.spi.brief.Rgb;
import org.brandimage.spi.brief.SafeZone;

/**
 * A reader of a {@link BrandKit} from JSON. All fields except the name are optional; unknown fields
 * are rejected:
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
 * <p>A guideline with the id of a check or of a guideline of the {@link GuidelineSet} replaces that
 * one.
 */
public final class BrandKitReader {
  private static final String WHERE = "brand kit";

  private BrandKitReader() {}

  /**
   * Reads a brand kit.
   *
   * @param json a document in the form above
   * @return the brand kit
   * @throws org.brandimage.spi.error.InvalidInputException when the document has another form; it
   *     names the field, the value and the remedy
   */
  public static BrandKit read(String json) {
    StrictJson root = StrictJson.parse(json, WHERE);
    root.onlyKeys("name", "palette", "guidelines", "forbiddenElements", "safeMargin", "safeZones");
    String name = GuidelineJson.text(root, "name", "");
    if (name.isBlank()) {
      throw root.invalid("name", name, "name the brand");
    }
    BrandKit.Builder kit =
        BrandKit.builder(name)
            .palette(root.texts("palette").stream().map(Rgb::parse).toList())
            .guidelines(GuidelineJson.guidelines(root, "guidelines"))
            .forbiddenElements(root.texts("forbiddenElements"))
            .safeZones(root.objects("safeZones", "safe zone", BrandKitReader::safeZone));
    root.number("safeMargin", "give a share from 0 to 0.4").ifPresent(kit::safeMargin);
    return kit.build();
  }

  private static SafeZone safeZone(StrictJson zone) {
    zone.onlyKeys("x", "y", "width", "height");
    return new SafeZone(
        share(zone, "x"), share(zone, "y"), share(zone, "width"), share(zone, "height"));
  }

  private static double share(StrictJson zone, String field) {
    String remedy = "give a share from 0 to 1";
    return zone.number(field, remedy).orElseThrow(() -> zone.invalid(field, "none", remedy));
  }
}
