package org.brandimage.local.langchain4j;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.brandimage.imaging.codec.ImageDecoder;
import org.brandimage.spi.image.EncodedImage;
import org.brandimage.spi.image.RasterImage;

/**
 * What a model might say: the first caption forgets the shadow, the first plan is too large, and
 * its judge sees both: the one in the caption, the other in the picture of the product. Its refiner
 * asks for what the failures name. Counts its calls by stage.
 */
final class ScriptedArtDirector {
  private static final Pattern BLOCK =
      Pattern.compile("(?s)<data-([0-9a-f]{32}) ([^>\n]*)>\n(.*?)\n</data-\\1>\n");

  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

  int calls(String stage) {
    return calls.getOrDefault(stage, new AtomicInteger()).get();
  }

  String answer(JsonNode request) {
    String stage = stage(request);
    calls.computeIfAbsent(stage, key -> new AtomicInteger()).incrementAndGet();
    JsonNode content = request.at("/messages/1/content");
    String data = content.isTextual() ? content.asText() : content.at("/0/text").asText();
    ObjectNode reply = ChatServer.JSON.createObjectNode();
    switch (stage) {
      case "decompose" -> decompose(reply);
      case "caption" -> caption(reply, block(data, "wishes").contains("shadow"));
      case "plan" -> plan(reply, block(data, "wishes").contains("smaller"));
      case "judge" -> judge(reply, request, data);
      case "refine" -> refine(reply, block(data, "failed guidelines"));
      default -> throw new IllegalArgumentException(stage);
    }
    return reply.toString();
  }

  /** Told by the name of the schema, or by a word of the schema where it has no name. */
  private static String stage(JsonNode request) {
    String named = request.at("/response_format/json_schema/name").asText();
    String said = request.at("/messages/0/content").asText();
    Map<String, String> words =
        Map.of(
            "criticism", "caption",
            "visible_height_cm", "plan",
            "decidable", "judge",
            "exclude_assets", "refine",
            "themes", "decompose");
    return named.isEmpty()
        ? words.entrySet().stream()
            .filter(entry -> said.contains("\"" + entry.getKey() + "\": {"))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse("")
        : named;
  }

  private static void decompose(ObjectNode reply) {
    reply
        .putArray("products")
        .addObject()
        .put("phrase", "a rubber duck")
        .put("name", "rubber duck");
    reply
        .putArray("backgrounds")
        .addObject()
        .put("phrase", "an urban street")
        .put("name", "urban street");
    reply.putArray("themes").addObject().put("phrase", "sunset").put("name", "sunset");
  }

  private static void caption(ObjectNode reply, boolean shadow) {
    reply.put("draft", "A duck.").put("criticism", "The place is missing.");
    reply.put(
        "text",
        "A photograph of a rubber duck on wet asphalt in an urban street at sunset"
            + (shadow ? ", a long soft shadow to its right." : "."));
    reply.put("subject", "rubber duck").put("reference", "wet asphalt");
    reply.put("environment", "urban street").put("position", "");
    reply.put("lighting", shadow ? "a long soft shadow to its right" : "");
    reply.put("camera", "").put("style", "").put("negative_text", "");
  }

  private static void plan(ObjectNode reply, boolean smaller) {
    ObjectNode product = reply.putArray("products").addObject();
    product.put("product", 1).put("reason", "The paving gives the scale.");
    product.put("height_share", smaller ? 0.3 : 0.6);
    reply.put("visible_height_cm", 40);
  }

  private static void judge(ObjectNode reply, JsonNode request, String data) {
    boolean shadow = block(data, "caption").contains("shadow");
    boolean large = shareOfHeight(request) > 0.5;
    ArrayNode answers = reply.putArray("answers");
    ArrayNode failed = reply.putArray("failed");
    for (String guideline : blocks(data, "guideline")) {
      String id = guideline.substring(0, guideline.indexOf(':'));
      boolean fails =
          (id.equals("contact-shadow") && !shadow) || (id.equals("plausible-size") && large);
      ObjectNode answer = answers.addObject().put("guideline", id);
      answer.put("reason", fails ? "no shadow, or too large" : "It is so.");
      answer.put("decidable", true).put("pass", !fails);
      ObjectNode suggestion = answer.putObject("suggestion");
      suggestion.put("about", fails ? (id.equals("contact-shadow") ? "caption" : "scale") : "none");
      suggestion.put(
          "change", fails ? (id.equals("contact-shadow") ? "a soft shadow" : "half") : "");
      if (fails) {
        failed.add(id);
      }
    }
  }

  private static void refine(ObjectNode reply, String failures) {
    ArrayNode changes = reply.putArray("changes");
    if (failures.contains("contact-shadow")) {
      changes.addObject().put("reason", "r").put("stage", "caption").put("note", "A soft shadow.");
    }
    if (failures.contains("plausible-size")) {
      changes.addObject().put("reason", "r").put("stage", "plan").put("note", "smaller by half");
    }
    reply.putArray("exclude_assets");
  }

  /** Measures the product in the second picture: the product alone on the canvas. */
  private static double shareOfHeight(JsonNode request) {
    String url = request.at("/messages/1/content/2/image_url/url").asText();
    byte[] png = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
    RasterImage layer =
        ImageDecoder.create().decode(EncodedImage.of(EncodedImage.Format.PNG, png), "layer");
    int top = layer.height();
    int bottom = 0;
    for (int y = 0; y < layer.height(); y++) {
      for (int x = 0; x < layer.width(); x++) {
        if (layer.argb(x, y) >>> 24 > 127) {
          top = Math.min(top, y);
          bottom = y + 1;
        }
      }
    }
    return (double) (bottom - top) / layer.height();
  }

  private static String block(String data, String name) {
    return String.join("\n", blocks(data, name));
  }

  private static List<String> blocks(String data, String name) {
    List<String> texts = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(data);
    while (matcher.find()) {
      if (matcher.group(2).equals(name)) {
        texts.add(matcher.group(3));
      }
    }
    return texts;
  }
}
