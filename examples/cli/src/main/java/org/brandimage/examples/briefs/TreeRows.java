package org.brandimage.examples.briefs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import org.brandimage.spi.error.InvalidInputException;

/** The entries of a list in JSON or YAML, or of lines of JSON. */
final class TreeRows {
  private static final ObjectMapper JSON = strict(JsonMapper.builder());
  private static final ObjectMapper YAML = strict(YAMLMapper.builder());

  private TreeRows() {}

  static List<BriefRow> json(String text, String name, Problems problems) {
    return entries(parsed(JSON, text, name, "JSON"), name, problems);
  }

  static List<BriefRow> yaml(String text, String name, Problems problems) {
    return entries(parsed(YAML, text, name, "YAML"), name, problems);
  }

  /** Reads each line by itself, so that the others are checked when one is malformed. */
  static List<BriefRow> lines(String text, String name, Problems problems) {
    List<BriefRow> rows = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      String where = name + " line " + ++number;
      if (!line.isBlank()) {
        problems
            .reading(where, () -> parsed(JSON, line, where, "JSON"))
            .ifPresent(value -> add(rows, value, where, problems));
      }
    }
    return rows;
  }

  private static List<BriefRow> entries(JsonNode root, String name, Problems problems) {
    if (!root.isArray()) {
      throw new InvalidInputException(name, root.getNodeType(), "give a list of briefs");
    }
    List<BriefRow> rows = new ArrayList<>();
    int number = 0;
    for (JsonNode value : root) {
      add(rows, value, name + " entry " + ++number, problems);
    }
    return rows;
  }

  private static void add(List<BriefRow> rows, JsonNode value, String where, Problems problems) {
    if (value instanceof ObjectNode fields) {
      rows.add(new BriefRow(where, fields));
    } else {
      problems.add(where, value, "give an object with at least a prompt");
    }
  }

  private static JsonNode parsed(ObjectMapper mapper, String text, String name, String format) {
    try {
      JsonNode root = mapper.readTree(text);
      if (root.isMissingNode()) {
        throw new InvalidInputException(name, "", "give a list of briefs");
      }
      return root;
    } catch (JsonProcessingException e) {
      String at = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      throw new InvalidInputException(
          name, at + e.getOriginalMessage(), "give well-formed " + format);
    }
  }

  private static ObjectMapper strict(MapperBuilder<? extends ObjectMapper, ?> builder) {
    return builder
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }
}
