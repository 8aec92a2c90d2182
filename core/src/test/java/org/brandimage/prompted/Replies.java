package org.brandimage.prompted;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.brandimage.spi.context.StageContext;
import org.brandimage.spi.decompose.DecomposeRequest;
import org.brandimage.spi.decompose.Decomposition;
import org.brandimage.spi.decompose.Entity;
import org.brandimage.spi.error.ProviderUnavailableException;
import org.brandimage.spi.error.StageException.RetryInfo;
import org.brandimage.spi.model.LanguageRequest;
import org.brandimage.spi.testkit.fake.FakeDecomposer;
import org.brandimage.spi.testkit.fake.FakeLanguageModel;

/** A model that reads the data blocks of a request and answers each prompt sensibly. */
final class Replies {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern NONCE = Pattern.compile("`<data-([0-9a-f]{32})`");

  private Replies() {}

  /** A data block of a request. */
  record Block(String name, String text) {}

  /** Returns the reply to a request of any of the bundled prompts. */
  static String sensible(LanguageRequest request) {
    return switch (request.schemaName()) {
      case "decompose" -> decompose(request);
      case "caption" -> caption(request, "").toString();
      case "plan" -> plan(request, 0.4, 50);
      case "judge" -> judge(request).toString();
      case "refine" -> refine();
      case "scene" -> scene().toString();
      default -> throw new IllegalArgumentException(request.schemaName());
    };
  }

  /** A model whose service is down. */
  static FakeLanguageModel modelWithServiceDown() {
    return new FakeLanguageModel(
        request -> {
          throw new ProviderUnavailableException(
              request.schemaName() + ": connection refused", null, RetryInfo.once(true));
        });
  }

  static String nonce(LanguageRequest request) {
    Matcher matcher = NONCE.matcher(request.instructions());
    if (!matcher.find()) {
      throw new IllegalArgumentException("no nonce in the instructions");
    }
    return matcher.group(1);
  }

  static List<Block> blocks(LanguageRequest request) {
    String nonce = nonce(request);
    Matcher matcher =
        Pattern.compile("(?s)<data-" + nonce + " ([^>\n]*)>\n(.*?)\n</data-" + nonce + ">\n")
            .matcher(request.content());
    List<Block> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(new Block(matcher.group(1), matcher.group(2)));
    }
    return blocks;
  }

  /** Returns what an obedient model may take for instructions: all but the data blocks. */
  static String outside(LanguageRequest request) {
    String nonce = nonce(request);
    return request.instructions()
        + "\n"
        + request
            .content()
            .replaceAll("(?s)<data-" + nonce + " [^>\n]*>\n.*?\n</data-" + nonce + ">\n", "")
        + "\n"
        + request.jsonSchema();
  }

  static String text(LanguageRequest request, String name) {
    return blocks(request).stream()
        .filter(block -> block.name().equals(name))
        .map(Block::text)
        .findFirst()
        .orElse("");
  }

  static List<String> items(LanguageRequest request, String name) {
    return text(request, name)
        .lines()
        .filter(line -> line.startsWith("- "))
        .map(line -> line.substring(2))
        .toList();
  }

  static List<String> guidelines(LanguageRequest request) {
    return blocks(request).stream()
        .filter(block -> block.name().equals("guideline"))
        .map(block -> block.text().substring(0, block.text().indexOf(':')))
        .toList();
  }

  private static String decompose(LanguageRequest request) {
    String text = text(request, "brief");
    DecomposeRequest brief =
        new DecomposeRequest(text.isEmpty() ? "-" : text, items(request, "wishes"));
    try {
      Decomposition parts = new FakeDecomposer().decompose(brief, StageContext.standalone());
      ObjectNode reply = JSON.createObjectNode();
      entities(reply.putArray("products"), parts.products());
      entities(reply.putArray("backgrounds"), parts.backgrounds());
      entities(reply.putArray("themes"), parts.themes());
      return reply.toString();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void entities(ArrayNode array, List<Entity> entities) {
    entities.forEach(
        entity -> array.addObject().put("phrase", entity.phrase()).put("name", entity.name()));
  }

  static ObjectNode caption(LanguageRequest request, String more) {
    List<String> names =
        items(request, "products").stream()
            .map(line -> line.replaceFirst(" \\(.*", "").toLowerCase(Locale.ROOT))
            .toList();
    String subject = String.join(" and ", names);
    ObjectNode reply = JSON.createObjectNode();
    reply.put("draft", "A " + subject + ".").put("criticism", "The place is missing.");
    reply.put(
        "text",
        "A photograph of a "
            + subject
            + " on pale stone slabs in a quiet courtyard, with a soft shadow to the left."
            + more);
    reply.put("subject", subject).put("reference", "pale stone slabs");
    reply.put("environment", "quiet courtyard").put("position", "upright");
    reply.put("lighting", "soft shadow to the left").put("camera", "").put("style", "");
    return reply.put("negative_text", String.join(", ", items(request, "forbidden elements")));
  }

  static String plan(LanguageRequest request, double share, double visibleCm) {
    ObjectNode reply = JSON.createObjectNode();
    ArrayNode products = reply.putArray("products");
    for (int i = 1; i <= items(request, "products").size(); i++) {
      products.addObject().put("product", i).put("reason", "Slabs.").put("height_share", share);
    }
    return reply.put("visible_height_cm", visibleCm).toString();
  }

  /** Passes every guideline but those about a price, which nobody can tell. */
  static ObjectNode judge(LanguageRequest request) {
    ObjectNode reply = JSON.createObjectNode();
    ArrayNode answers = reply.putArray("answers");
    ArrayNode failed = reply.putArray("failed");
    for (String id : guidelines(request)) {
      boolean pass = !id.contains("price");
      ObjectNode answer = answers.addObject().put("guideline", id).put("reason", "It is so.");
      answer.put("decidable", pass).put("pass", pass);
      answer.putObject("suggestion").put("about", "none").put("change", "");
      if (!pass) {
        failed.add(id);
      }
    }
    return reply;
  }

  private static String refine() {
    ObjectNode reply = JSON.createObjectNode();
    reply
        .putArray("changes")
        .addObject()
        .put("reason", "It failed.")
        .put("stage", "caption")
        .put("note", "The light is warm.");
    reply.putArray("exclude_assets");
    return reply.toString();
  }

  /** A table whose top is the lower half of the photo. */
  static ObjectNode scene() {
    ObjectNode reply = JSON.createObjectNode();
    reply.put("scene", "A table by a window.").put("usable", true);
    ArrayNode points = reply.putArray("ground").addObject().putArray("points");
    points.addObject().put("x", 0).put("y", 0.5);
    points.addObject().put("x", 1).put("y", 0.5);
    points.addObject().put("x", 1).put("y", 1);
    points.addObject().put("x", 0).put("y", 1);
    reply.putObject("horizon").put("known", true).put("y", 0.3);
    reply.putObject("width").put("reason", "A cup of 9.5 cm.").put("known", true).put("cm", 90);
    return reply.put("light", "left");
  }
}
