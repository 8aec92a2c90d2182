package org.brandimage.local.library.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.brandimage.imaging.codec.BoundedFile;
import org.brandimage.json.SceneFactsJson;
import org.brandimage.json.StrictJson;
import org.brandimage.spi.decompose.EntityKind;
import org.brandimage.spi.error.InvalidInputException;
import org.brandimage.spi.scene.SceneFacts;

/**
 * The metadata of a picture, from a JSON file beside it or a row of a manifest. Unknown fields are
 * ignored, since other programs write such files too; a known field must have the right type.
 */
final class Sidecar {
  private static final int MOST_BYTES = 1 << 20;
  private static final int LONGEST_ID = 500;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode root;
  private final StrictJson json;

  private Sidecar(String file, ObjectNode root) {
    this.root = root;
    this.json = StrictJson.of(withoutNulls(root), file + ":");
  }

  /** Other programs write null for what they do not know. */
  private static ObjectNode withoutNulls(ObjectNode root) {
    ObjectNode known = MAPPER.createObjectNode();
    root.properties()
        .forEach(
            field -> {
              if (!field.getValue().isNull()) {
                known.set(field.getKey(), field.getValue());
              }
            });
    return known;
  }

  /**
   * Returns the sidecar of a picture that has none.
   *
   * @return a sidecar without fields
   */
  static Sidecar none() {
    return new Sidecar("", MAPPER.createObjectNode());
  }

  /**
   * Reads a sidecar.
   *
   * @param path the file
   * @param name its path in the library, for messages
   * @return its fields
   * @throws InvalidInputException when it is no regular file, has more than 1 MiB, or is no JSON
   *     object
   */
  static Sidecar read(Path path, String name) {
    try {
      JsonNode root = MAPPER.readTree(BoundedFile.read(path, name, MOST_BYTES));
      if (root instanceof ObjectNode fields) {
        return new Sidecar(name, fields);
      }
      throw new InvalidInputException(name, root.getNodeType(), "write one JSON object");
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null ? "not JSON" : "not JSON at line " + e.getLocation().getLineNr();
      throw new InvalidInputException(name, place, "write one JSON object");
    } catch (IOException e) {
      throw new InvalidInputException(name, "cannot be read", "check the file and its permissions");
    }
  }

  /**
   * Returns the metadata in a row of a manifest.
   *
   * @param row the row, for messages
   * @param fields its fields as a sidecar has them
   * @return a sidecar
   */
  static Sidecar of(String row, ObjectNode fields) {
    return new Sidecar(row, fields);
  }

  /**
   * Reads every field once.
   *
   * @return this
   * @throws InvalidInputException when a field has the wrong type
   */
  Sidecar checked() {
    id();
    kind();
    description();
    tags();
    heightCm();
    attributes();
    sceneFacts();
    return this;
  }

  /**
   * Returns all fields as one text, to detect changes.
   *
   * @return JSON
   */
  String text() {
    return root.toString();
  }

  /**
   * Returns the id the asset is to have.
   *
   * @return the id, or empty when its path is to be its id
   */
  Optional<String> id() {
    Optional<String> id = text("id", "a text").map(String::strip);
    if (id.isPresent() && (id.get().isEmpty() || id.get().length() > LONGEST_ID)) {
      throw invalid("id", id.get(), "a text of 1 to " + LONGEST_ID + " characters");
    }
    return id;
  }

  /**
   * Returns the kind of the asset.
   *
   * @return the kind, or empty when there is none
   */
  Optional<EntityKind> kind() {
    return text("kind", "\"product\", \"background\" or \"theme\"").map(this::kind);
  }

  private EntityKind kind(String label) {
    for (EntityKind kind : EntityKind.values()) {
      if (kind.label().equals(label.strip().toLowerCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw invalid("kind", label, "\"product\", \"background\" or \"theme\"");
  }

  /**
   * Returns what the picture shows.
   *
   * @return the words, or empty when there are none
   */
  Optional<String> description() {
    return text("description", "a text").map(String::strip).filter(words -> !words.isEmpty());
  }

  /**
   * Returns the words the asset is filed under.
   *
   * @return the tags; empty when there are none
   */
  List<String> tags() {
    return texts("tags");
  }

  /**
   * Returns further photos, as paths from the sidecar's folder.
   *
   * @return the paths; empty when there are none
   */
  List<String> photos() {
    return texts("photos");
  }

  /**
   * Returns the real height of the thing.
   *
   * @return centimetres above 0, or empty when there is none
   */
  OptionalDouble heightCm() {
    String remedy = "give a number of centimetres above 0";
    OptionalDouble height = json.number("heightCm", remedy);
    if (height.isPresent()
        && !(height.getAsDouble() > 0 && Double.isFinite(height.getAsDouble()))) {
      throw json.invalid("heightCm", remedy);
    }
    return height;
  }

  /**
   * Returns what is said of the place that a background shows.
   *
   * @return the facts; none when nothing is said
   */
  SceneFacts sceneFacts() {
    return SceneFactsJson.read(json);
  }

  /**
   * Returns further facts.
   *
   * @return name to text
   */
  Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    JsonNode node = root.path("attributes");
    if (node.isMissingNode() || node.isNull()) {
      return attributes;
    }
    if (!node.isObject()) {
      throw invalid("attributes", node, "an object of texts");
    }
    node.properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isValueNode() || entry.getValue().isNull()) {
                throw invalid("attributes." + entry.getKey(), entry.getValue(), "a text");
              }
              attributes.put(entry.getKey(), entry.getValue().asText());
            });
    return attributes;
  }

  private Optional<String> text(String field, String expected) {
    return json.text(field, "give " + expected);
  }

  private List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode entry : json.list(field, "give a list of texts")) {
      if (!entry.isTextual() || entry.asText().isBlank()) {
        throw invalid(field, entry, "a list of texts");
      }
      texts.add(entry.asText().strip());
    }
    return texts;
  }

  /**
   * Returns the error for a field.
   *
   * @param field the field's name
   * @param value what stands there
   * @param expected what should
   * @return an error that names the file
   */
  InvalidInputException invalid(String field, Object value, String expected) {
    return json.invalid(field, value, "give " + expected);
  }
}
