package org.brandimage.examples.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.brandimage.local.language.OpenNlpDecomposer;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.decompose.Entity;

/**
 * Answers of a language model from rules, by the name of the tool it is forced to call. The data
 * stand in named blocks between delimiters, as the prompted stages write them.
 */
final class LanguageRules {
  private static final Pattern BLOCK =
      Pattern.compile("<data-\\w+ ([^>]*)>\\R(.*?)\\R</data-", Pattern.DOTALL);
  private static final double HEIGHT_SHARE = 0.42;

  private final ObjectMapper json;
  private final OpenNlpDecomposer decomposer = OpenNlpDecomposer.create();

  LanguageRules(ObjectMapper json) {
    this.json = json;
  }

  ObjectNode answer(JsonNode request) {
    JsonNode spec = request.path("toolConfig").path("tools").path(0).path("toolSpec");
    String tool = spec.path("name").asText();
    String data = data(request);
    ObjectNode input =
        switch (tool) {
          case "decompose" -> decompose(data);
          case "caption" -> caption(data);
          case "plan" -> plan(data);
          case "judge" -> judge(data);
          default -> (ObjectNode) least(spec.path("inputSchema").path("json"));
        };
    ObjectNode use = json.createObjectNode().put("toolUseId", "stand-in").put("name", tool);
    use.set("input", input);
    ObjectNode block = json.createObjectNode();
    block.set("toolUse", use);
    return Converse.reply(json, "tool_use", block, data.length(), input.toString().length());
  }

  private ObjectNode decompose(String data) {
    String brief = String.join(" ", blocks(data, "brief"));
    try {
      Decomposition parts =
          decomposer.decompose(DecomposeRequest.of(brief), StageContext.standalone());
      ObjectNode reply = json.createObjectNode();
      reply.set("products", entities(parts.products()));
      reply.set("backgrounds", entities(parts.backgrounds()));
      reply.set("themes", entities(parts.themes()));
      return reply;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalArgumentException("interrupted", e);
    }
  }

  private ArrayNode entities(List<Entity> entities) {
    ArrayNode list = json.createArrayNode();
    entities.forEach(
        entity -> list.addObject().put("phrase", entity.phrase()).put("name", entity.name()));
    return list;
  }

  private ObjectNode caption(String data) {
    String product = name(first(data, "products", "- product"));
    String place = first(data, "place", "studio");
    String light = name(first(data, "themes", "- soft light"));
    String text =
        "A photograph of a " + product + " on the ground, " + place + ", in " + light + ".";
    return json.createObjectNode()
        .put("draft", text)
        .put("criticism", "A rule wrote it, so it is plain.")
        .put("text", text)
        .put("subject", product)
        .put("reference", "ground")
        .put("environment", place)
        .put("position", "")
        .put("lighting", light)
        .put("camera", "")
        .put("style", "")
        .put("negative_text", "text, watermark");
  }

  private ObjectNode plan(String data) {
    ObjectNode reply = json.createObjectNode();
    ArrayNode products = reply.putArray("products");
    int count = first(data, "products", "- 1").split("\\R", -1).length;
    for (int i = 1; i <= count; i++) {
      products
          .addObject()
          .put("product", i)
          .put("reason", "A rule gives each product the same share of the picture.")
          .put("height_share", HEIGHT_SHARE / Math.sqrt(count));
    }
    return reply.put("visible_height_cm", 100);
  }

  private ObjectNode judge(String data) {
    ObjectNode reply = json.createObjectNode();
    ArrayNode answers = reply.putArray("answers");
    for (String guideline : blocks(data, "guideline")) {
      ObjectNode answer = answers.addObject();
      answer
          .put("guideline", guideline.substring(0, Math.max(0, guideline.indexOf(':'))))
          .put("reason", "The stand-in looks at no picture; its rule passes what it is asked.")
          .put("decidable", true)
          .put("pass", true);
      answer.set("suggestion", json.createObjectNode().put("about", "none").put("change", ""));
    }
    reply.putArray("failed");
    return reply;
  }

  /** Returns the least value a schema allows, for tools the stand-in has no rule for. */
  private JsonNode least(JsonNode schema) {
    switch (schema.path("type").asText("string")) {
      case "object" -> {
        ObjectNode object = json.createObjectNode();
        for (JsonNode name : schema.path("required")) {
          object.set(name.asText(), least(schema.path("properties").path(name.asText())));
        }
        return object;
      }
      case "array" -> {
        ArrayNode array = json.createArrayNode();
        for (int i = 0; i < schema.path("minItems").asInt(); i++) {
          array.add(least(schema.path("items")));
        }
        return array;
      }
      case "integer", "number" -> {
        return json.getNodeFactory().numberNode(schema.path("minimum").asInt());
      }
      case "boolean" -> {
        return json.getNodeFactory().booleanNode(true);
      }
      default -> {
        String fallback = schema.path("minLength").asInt() > 0 ? "none" : "";
        return json.getNodeFactory().textNode(schema.path("enum").path(0).asText(fallback));
      }
    }
  }

  private static String data(JsonNode request) {
    StringBuilder data = new StringBuilder();
    for (JsonNode block : request.path("messages").path(0).path("content")) {
      data.append(block.path("text").asText());
    }
    return data.toString();
  }

  private static String first(String data, String name, String otherwise) {
    List<String> found = blocks(data, name);
    return found.isEmpty() ? otherwise : found.get(0);
  }

  private static List<String> blocks(String data, String name) {
    List<String> texts = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(data);
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        texts.add(matcher.group(2).strip());
      }
    }
    return texts;
  }

  /** Returns the name of the first item: {@code - sneaker (a white sneaker; tags: shoe)}. */
  private static String name(String list) {
    return list.split("\\R", 2)[0].replaceFirst("^- ", "").replaceFirst(" \\(.*", "").strip();
  }
}
