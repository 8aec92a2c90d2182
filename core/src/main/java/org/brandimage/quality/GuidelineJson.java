package org.brandimage.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.brandimage.spi.brief.Guideline;
import org.brandimage.spi.brief.Guideline.AnsweredBy;
import org.brandimage.spi.brief.Guideline.Necessity;
import org.brandimage.spi.error.InvalidInputException;

/** Reads guidelines from JSON; what does not fit is named with its place, value and remedy. */
final class GuidelineJson {
  static final Charset CHARSET = StandardCharsets.UTF_8;

  private GuidelineJson() {}

  static JsonNode object(String json, String what) {
    try {
      JsonNode root =
          JsonMapper.builder()
              .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .build()
              .readTree(json);
      if (root == null || !root.isObject()) {
        throw new InvalidInputException(what, "no object", "give one JSON object");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          what, String.valueOf(e.getOriginalMessage()), "give well-formed JSON");
    }
  }

  static List<Guideline> guidelines(JsonNode parent, String field, String where) {
    List<Guideline> guidelines = new ArrayList<>();
    for (JsonNode node : array(parent, field, where)) {
      guidelines.add(guideline(node));
    }
    return guidelines;
  }

  private static Guideline guideline(JsonNode node) {
    onlyKeys(node, "guideline", List.of("id", "statement", "necessity", "weight", "answeredBy"));
    String id = text(node, "id", "guideline", "");
    String where = "guideline " + id;
    JsonNode weight = node.path("weight");
    if (!weight.isMissingNode() && !weight.isNumber()) {
      throw new InvalidInputException(where + " weight", weight, "give a number above 0");
    }
    return new Guideline(
        id,
        text(node, "statement", where, ""),
        value(Necessity.class, text(node, "necessity", where, "required"), where + " necessity"),
        weight.asDouble(1),
        value(AnsweredBy.class, text(node, "answeredBy", where, "any"), where + " answeredBy"));
  }

  private static <E extends Enum<E>> E value(Class<E> type, String text, String where) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      names.add(constant.name().toLowerCase(Locale.ROOT));
    }
    throw new InvalidInputException(where, text, "give one of " + String.join(", ", names));
  }

  static String text(JsonNode node, String field, String where, String otherwise) {
    JsonNode value = node.path(field);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isTextual()) {
      throw new InvalidInputException(where + " " + field, value, "write it as text");
    }
    return value.textValue();
  }

  static List<String> texts(JsonNode node, String field, String where) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : array(node, field, where)) {
      if (!item.isTextual()) {
        throw new InvalidInputException(where + " " + field, item, "give a list of texts");
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  static JsonNode array(JsonNode node, String field, String where) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return JsonNodeFactory.instance.arrayNode();
    }
    if (!value.isArray()) {
      throw new InvalidInputException(where + " " + field, value, "give a list");
    }
    return value;
  }

  static Pattern pattern(JsonNode node, String field, String where) {
    String text = text(node, field, where, "");
    try {
      if (!text.isBlank()) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
      }
    } catch (PatternSyntaxException e) {
      // told below, with the remedy
    }
    throw new InvalidInputException(where + " " + field, text, "give a regular expression");
  }

  /** A key nobody reads is a mistake its writer should hear of. */
  static void onlyKeys(JsonNode node, String where, List<String> known) {
    if (!node.isObject()) {
      throw new InvalidInputException(where, node, "give an object");
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new InvalidInputException(
            where + " field", name, "use only " + String.join(", ", known));
      }
    }
  }
}
