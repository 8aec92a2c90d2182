package org.brandimage.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Variants of a {@code run.json} that no run has written. */
final class TamperedRuns {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Fields without which a run cannot be read, as JSON pointers. */
  private static final List<String> NEEDED =
      List.of(
          "/format",
          "/version",
          "/runId",
          "/provenance",
          "/provenance/startedAt",
          "/provenance/prompt",
          "/scenes",
          "/scenes/0/id",
          "/scenes/0/caption",
          "/candidates",
          "/candidates/0/id",
          "/candidates/0/canvas",
          "/candidates/0/canvas/width",
          "/candidates/0/fate",
          "/finalists",
          "/finalists/0/place",
          "/finalists/0/candidateId",
          "/finalists/0/caption",
          "/finalists/0/fidelity",
          "/finalists/0/image",
          "/finalists/0/mask",
          "/finalists/0/product",
          "/brief/prompt",
          "/brief/brand",
          "/brief/canvases",
          "/brief/grid",
          "/files",
          "/files/0/name",
          "/files/0/bytes",
          "/files/0/sha256");

  /** A pinned asset; its file is not there. */
  private static final String PIN =
      "[{\"id\":\"mug\",\"kind\":\"PRODUCT\",\"description\":\"\",\"tags\":[],\"attributes\":{},"
          + "\"heightCm\":null,\"photos\":[\"pin-1-1.png\"]}]";

  /** A field, and a value that it cannot have, as JSON. */
  private static final List<Map.Entry<String, String>> VALUES =
      List.of(
          Map.entry("/version", "0"),
          Map.entry("/version", "4"),
          Map.entry("/version", "-3"),
          Map.entry("/version", "3.5"),
          Map.entry("/version", "\"3\""),
          Map.entry("/version", "99999999999999999999"),
          Map.entry("/format", "\"other\""),
          Map.entry("/brief/canvases/0/width", "-1"),
          Map.entry("/brief/canvases/0/height", "0"),
          Map.entry("/brief/canvases/0/width", "2147483648"),
          Map.entry("/brief/canvases/0/width", "1e400"),
          Map.entry("/brief/canvases", "[]"),
          Map.entry("/brief/canvases", "[null]"),
          Map.entry("/brief/finalists", "-1"),
          Map.entry("/brief/grid/columns", "0"),
          Map.entry("/brief/grid/maxCandidates", "-5"),
          Map.entry("/brief/grid/rotations", "[null]"),
          Map.entry("/brief/brand/safeMargin", "7"),
          Map.entry("/brief/prompt", "\"\""),
          Map.entry("/candidates/0/canvas/width", "-320"),
          Map.entry("/candidates/0/canvas/width", "\"320\""),
          Map.entry("/candidates/0/canvas/width", "320.5"),
          Map.entry("/candidates/0/fate", "\"LOST\""),
          Map.entry("/candidates/0/fate", "1"),
          Map.entry("/candidates/0", "null"),
          Map.entry("/finalists/0", "null"),
          Map.entry("/finalists/0/place", "0"),
          Map.entry("/finalists/0/place", "-1"),
          Map.entry("/finalists/0/candidateId", "\"nobody\""),
          Map.entry("/finalists/0/image", "\"../run.json\""),
          Map.entry("/finalists/0/image", "\"/etc/passwd\""),
          Map.entry("/finalists/0/image", "\"sub/320x320-1.png\""),
          Map.entry("/finalists/0/image", "\"..\\\\320x320-1.png\""),
          Map.entry("/finalists/0/image", "\"C:\\\\320x320-1.png\""),
          Map.entry("/finalists/0/image", "\"320x320-1.png\\u0000\""),
          Map.entry("/finalists/0/image", "\"\""),
          Map.entry("/finalists/0/image", "\".run.lock\""),
          Map.entry("/finalists/0/image", "\"320x320-1.mask.png\""),
          Map.entry("/finalists/0/original", "\"../320x320-1.png\""),
          Map.entry("/provenance/elapsed", "\"soon\""),
          Map.entry("/provenance/elapsed", "\"PT999999999999999999999S\""),
          Map.entry("/provenance/startedAt", "\"yesterday\""),
          Map.entry("/provenance/seed", "\"NaN\""),
          Map.entry("/provenance/cost", "\"much\""),
          Map.entry("/scenes", "{}"),
          Map.entry("/warnings", "[null]"),
          Map.entry("/warnings", "\"none\""),
          Map.entry("/pins", "[null]"),
          Map.entry("/pins", "\"none\""),
          Map.entry("/pins", "[{\"id\":\"mug\"}]"),
          Map.entry("/pins", PIN.replace("pin-1-1.png", "../mug.png")),
          Map.entry("/pins", PIN.replace("PRODUCT", "PERSON")),
          Map.entry("/pins", PIN.replace("null", "-3")),
          Map.entry("/pins", PIN.replace("pin-1-1.png", "320x320-1.png")),
          Map.entry("/pins", PIN),
          Map.entry("/files/0/bytes", "-1"),
          Map.entry("/files/0/bytes", "99999999999"),
          Map.entry("/files/0/bytes", "1e300"),
          Map.entry("/files/0/sha256", "\"00\""),
          Map.entry("/files/0/sha256", "\"" + "Z".repeat(64) + "\""),
          Map.entry("/files/0/name", "\"../../etc/passwd\""),
          Map.entry("/files/0/name", "\"320x320-2.png\""),
          Map.entry("/files/0/name", "\"" + "a".repeat(5_000) + "\""),
          Map.entry("/files/0", "[]"));

  private TamperedRuns() {}

  /** Returns variants of a document by what was done to it. */
  static Map<String, String> of(String json) throws IOException {
    Map<String, String> variants = new LinkedHashMap<>();
    for (String place : NEEDED) {
      variants.put(place + " missing", changed(json, place, null));
      variants.put(place + " null", changed(json, place, "null"));
      variants.put(place + " of another type", changed(json, place, "[[true]]"));
    }
    for (Map.Entry<String, String> value : VALUES) {
      String shown = value.getValue();
      variants.put(
          variants.size()
              + " "
              + value.getKey()
              + " = "
              + shown.substring(0, Math.min(30, shown.length())),
          changed(json, value.getKey(), shown));
    }
    text(json).forEach(variants::put);
    return variants;
  }

  /** Returns variants that are no tree, or a very large one. */
  private static Map<String, String> text(String json) {
    Map<String, String> variants = new LinkedHashMap<>();
    variants.put("empty", "");
    variants.put("blank", " \n");
    variants.put("an empty object", "{}");
    variants.put("an array", "[" + json + "]");
    variants.put("null", "null");
    variants.put("a byte order mark", "\uFEFF" + json);
    variants.put("cut in half", json.substring(0, json.length() / 2));
    variants.put("cut at the end", json.strip().substring(0, json.strip().length() - 1));
    variants.put("more behind the end", json + "{}");
    variants.put("a key twice", json.replaceFirst("\\{", "{\"version\":3,"));
    variants.put("a comment", "// a run\n" + json);
    variants.put("NaN", json.replaceFirst("\"seed\" : -?\\d+", "\"seed\" : NaN"));
    variants.put("deep objects", json.replaceFirst("\\{", "{\"x\":" + "{\"x\":".repeat(100_000)));
    variants.put(
        "deep arrays",
        json.replaceFirst("\\{", "{\"x\":" + "[".repeat(50_000) + "]".repeat(50_000) + ","));
    variants.put(
        "a huge array", json.replaceFirst("\\{", "{\"x\":[" + "1,".repeat(8_000_000) + "1],"));
    variants.put(
        "a long text", json.replaceFirst("\\{", "{\"x\":\"" + "a".repeat(2 << 20) + "\","));
    variants.put("a long number", json.replaceFirst("\\{", "{\"x\":" + "9".repeat(5_000) + ","));
    variants.put("a long key", json.replaceFirst("\\{", "{\"" + "k".repeat(5_000) + "\":1,"));
    variants.put("binary", "\u0000\u0001\u0002" + json);
    return variants;
  }

  /** Sets a field, or removes it. */
  private static String changed(String json, String place, String value) throws IOException {
    JsonNode root = MAPPER.readTree(json);
    int slash = place.lastIndexOf('/');
    JsonNode parent = root.at(place.substring(0, slash));
    String field = place.substring(slash + 1);
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(field), MAPPER.readTree(value));
    } else if (value == null) {
      ((ObjectNode) parent).remove(field);
    } else {
      ((ObjectNode) parent).set(field, MAPPER.readTree(value));
    }
    return root.toString();
  }
}
