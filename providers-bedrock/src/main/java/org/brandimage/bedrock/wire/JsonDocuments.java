package org.brandimage.bedrock.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.brandimage.spi.error.MalformedReplyException;
import software.amazon.awssdk.core.document.Document;

/** JSON between Jackson and the SDK's documents, with bounds on what a reply may be. */
public final class JsonDocuments {
  private static final int DEEPEST = 64;
  private static final int LONGEST_TEXT = 64 << 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .build())
          .build();

  private static final ObjectReader STRICT =
      MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonDocuments() {}

  /**
   * Returns an object without fields.
   *
   * @return a new one
   */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * Parses JSON of the library or of a caller.
   *
   * @param json the text
   * @param name its name in messages
   * @return what it holds
   */
  public static JsonNode parse(String json, String name) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(name + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Parses exactly one JSON value.
   *
   * @param json the text
   * @return what it holds
   * @throws JsonProcessingException when it is not one value
   */
  public static JsonNode strict(String json) throws JsonProcessingException {
    return STRICT.readTree(json);
  }

  /** Parses the body of a reply; the error shows none of it, as it may hold pixels. */
  static JsonNode parseReply(byte[] body) {
    try {
      JsonNode root = MAPPER.readTree(body);
      if (root instanceof ObjectNode) {
        return root;
      }
    } catch (java.io.IOException e) {
      throw new MalformedReplyException("body", "is not JSON: " + e.getClass().getSimpleName(), "");
    }
    throw new MalformedReplyException("body", "is not a JSON object", "");
  }

  /**
   * Returns JSON as a document of the SDK.
   *
   * @param node the JSON
   * @return the same as a document
   */
  public static Document document(JsonNode node) {
    if (node instanceof ObjectNode object) {
      Map<String, Document> fields = new LinkedHashMap<>();
      object.properties().forEach(field -> fields.put(field.getKey(), document(field.getValue())));
      return Document.fromMap(fields);
    }
    if (node instanceof ArrayNode array) {
      List<Document> items = new ArrayList<>();
      array.forEach(item -> items.add(document(item)));
      return Document.fromList(items);
    }
    if (node.isNumber()) {
      return Document.fromNumber(node.decimalValue());
    }
    if (node.isBoolean()) {
      return Document.fromBoolean(node.booleanValue());
    }
    return node.isNull() ? Document.fromNull() : Document.fromString(node.asText());
  }

  /**
   * Returns a document of the SDK as JSON.
   *
   * @param document the document
   * @return the same as JSON
   */
  public static JsonNode json(Document document) {
    if (document.isMap()) {
      ObjectNode object = MAPPER.createObjectNode();
      document.asMap().forEach((name, value) -> object.set(name, json(value)));
      return object;
    }
    if (document.isList()) {
      ArrayNode array = MAPPER.createArrayNode();
      document.asList().forEach(value -> array.add(json(value)));
      return array;
    }
    if (document.isNumber()) {
      BigDecimal number = document.asNumber().bigDecimalValue();
      return MAPPER.getNodeFactory().numberNode(number);
    }
    if (document.isBoolean()) {
      return MAPPER.getNodeFactory().booleanNode(document.asBoolean());
    }
    return document.isNull()
        ? MAPPER.getNodeFactory().nullNode()
        : MAPPER.getNodeFactory().textNode(document.asString());
  }
}
