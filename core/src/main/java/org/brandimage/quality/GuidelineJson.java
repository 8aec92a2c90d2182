package org.brandimage.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.brandimage.json.StrictJson;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.Guideline.AnsweredBy;
import org.brandimage.spi.brief.Guideline.Necessity;

/** The JSON form of guidelines, shared by brand kits and guideline sets. */
final class GuidelineJson {
  private GuidelineJson() {}

  static List<Guideline> guidelines(StrictJson parent, String field) {
    return parent.objects(field, "guideline", GuidelineJson::guideline);
  }

  private static Guideline guideline(StrictJson json) {
    json.onlyKeys("id", "statement", "necessity", "weight", "answeredBy");
    String id = text(json, "id", "");
    StrictJson named = json.at("guideline " + id);
    double weight = named.number("weight", "give a number above 0").orElse(1);
    return new Guideline(
        id,
        text(named, "statement", ""),
        value(Necessity.class, named, "necessity", "required"),
        weight,
        value(AnsweredBy.class, named, "answeredBy", "any"));
  }

  private static <E extends Enum<E>> E value(
      Class<E> type, StrictJson json, String field, String otherwise) {
    String text = text(json, field, otherwise);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    String names =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw json.invalid(field, text, "give one of " + names);
  }

  static String text(StrictJson json, String field, String otherwise) {
    return json.text(field, "write it as text").orElse(otherwise);
  }

  static Pattern pattern(StrictJson json, String field) {
    String text = text(json, field, "");
    try {
      if (!text.isBlank()) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
      }
    } catch (PatternSyntaxException e) {
      // reported below, with the remedy
    }
    throw json.invalid(field, text, "give a regular expression");
  }
}
