package org.brandimage.local.scene;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The usual heights and widths of things that a detector names, in centimetres. Vases and plants
 * are left out: those of a desk and of a lobby differ ten times.
 */
final class SizedObjects {
  private static final Map<String, Double> HEIGHTS =
      Map.ofEntries(
          Map.entry("person", 165.0),
          Map.entry("chair", 85.0),
          Map.entry("couch", 80.0),
          Map.entry("car", 148.0),
          Map.entry("truck", 185.0),
          Map.entry("bicycle", 105.0),
          Map.entry("bottle", 27.0),
          Map.entry("wine glass", 20.0),
          Map.entry("cup", 9.5),
          Map.entry("bowl", 8.0),
          Map.entry("refrigerator", 175.0));

  private static final Map<String, Double> WIDTHS =
      Map.of("laptop", 33.0, "keyboard", 44.0, "tv", 100.0, "cell phone", 7.5);

  private SizedObjects() {}

  /** Returns a thing with the size that counts for it, such as {@code a chair of 85 cm}. */
  static String described(String label) {
    Double size = HEIGHTS.getOrDefault(label, WIDTHS.get(label));
    String text = "a " + label;
    return size == null
        ? text
        : text + " of " + NumberFormat.getInstance(Locale.ROOT).format(size) + " cm";
  }

  /** Returns how many centimetres the whole width of the photo shows where the thing stands. */
  static Optional<Double> frameWidthCm(YoloxDetector.Found found, double photoAspect) {
    Double height = HEIGHTS.get(found.label());
    if (height != null) {
      return Optional.of(height / found.height() * photoAspect);
    }
    Double width = WIDTHS.get(found.label());
    return width == null ? Optional.empty() : Optional.of(width / found.width());
  }
}
