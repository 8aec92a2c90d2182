package org.brandimage.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.brandimage.spi.error.InvalidInputException;

/**
 * A reader of a JSON object whose fields are read by type. A field of another type is an error, and
 * so is null in place of a text or a number; a missing field is empty. Errors name the place, the
 * field, the value and the remedy. Immutable as long as the JSON tree is not changed.
 */
public final class StrictJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final String where;
  private final ObjectNode fields;

  private StrictJson(String where, ObjectNode fields) {
    this.where = Objects.requireNonNull(where, "where");
    this.fields = Objects.requireNonNull(fields, "fields");
  }

  /**
   * Parses a document. Duplicate keys and text after the object are rejected.
   *
   * @param json the document
   * @param where the name of the document for errors, such as "brand kit"
   * @return a reader of its object
   * @throws InvalidInputException when the document is not JSON or not an object
   */
  public static StrictJson parse(String json, String where) {
    try {
      if (MAPPER.readTree(json) instanceof ObjectNode fields) {
        return new StrictJson(where, fields);
      }
      throw new InvalidInputException(where, "no object", "give one JSON object");
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          where, String.valueOf(e.getOriginalMessage()), "give well-formed JSON");
    }
  }

  /**
   * {@return a reader of an object that was parsed elsewhere}
   *
   * @param fields the object
   * @param where the name of the object for errors
   */
  public static StrictJson of(ObjectNode fields, String where) {
    return new StrictJson(where, fields);
  }

  /**
   * {@return a reader of the same object whose errors name another place}
   *
   * @param place the name of the object for errors
   */
  public StrictJson at(String place) {
    return new StrictJson(place, fields);
  }

  /**
   * Rejects unknown keys.
   *
   * @param known the keys allowed
   * @return this
   * @throws InvalidInputException when the object has another key
   */
  public StrictJson onlyKeys(String... known) {
    List<String> allowed = List.of(known);
    for (Iterator<String> names = fields.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!allowed.contains(name)) {
        throw invalid("field", name, "use only " + String.join(", ", allowed));
      }
    }
    return this;
  }

  /**
   * {@return the text of a field, or empty when the field is missing}
   *
   * @param field its key
   * @param remedy what to do when it is not a text
   * @throws InvalidInputException when it is not a text
   */
  public Optional<String> text(String field, String remedy) {
    JsonNode value = fields.path(field);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw invalid(field, remedy);
    }
    return Optional.of(value.textValue());
  }

  /**
   * {@return whether a field is true, or empty when the field is missing}
   *
   * @param field its key
   * @param remedy what to do when it is neither true nor false
   * @throws InvalidInputException when it is neither
   */
  public Optional<Boolean> flag(String field, String remedy) {
    JsonNode value = fields.path(field);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      throw invalid(field, remedy);
    }
    return Optional.of(value.booleanValue());
  }

  /**
   * {@return the number of a field, or empty when the field is missing}
   *
   * @param field its key
   * @param remedy what to do when it is not a number
   * @throws InvalidInputException when it is not a number
   */
  public OptionalDouble number(String field, String remedy) {
    JsonNode value = fields.path(field);
    if (value.isMissingNode()) {
      return OptionalDouble.empty();
    }
    if (!value.isNumber()) {
      throw invalid(field, remedy);
    }
    return OptionalDouble.of(value.doubleValue());
  }

  /**
   * {@return the texts of a list; empty when the field is missing or null}
   *
   * @param field its key
   * @throws InvalidInputException when it is not a list of texts only
   */
  public List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(field, "give a list")) {
      if (!item.isTextual()) {
        throw invalid(field, item, "give a list of texts");
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  /**
   * Reads a list of objects, one after the other.
   *
   * @param field its key
   * @param each the name of an object for errors
   * @param reader reads one object
   * @return the values that the reader returned; empty when the field is missing or null
   * @param <T> the type of these values
   * @throws InvalidInputException when it is not a list of objects only
   */
  public <T> List<T> objects(String field, String each, Function<StrictJson, T> reader) {
    List<T> read = new ArrayList<>();
    for (JsonNode item : list(field, "give a list")) {
      if (!(item instanceof ObjectNode object)) {
        throw new InvalidInputException(each, item, "give an object");
      }
      read.add(reader.apply(new StrictJson(each, object)));
    }
    return read;
  }

  /**
   * Returns the items of a list of any types.
   *
   * @param field its key
   * @param remedy what to do when it is not a list
   * @return the items; empty when the field is missing or null
   * @throws InvalidInputException when it is not a list
   */
  public List<JsonNode> list(String field, String remedy) {
    JsonNode value = fields.path(field);
    List<JsonNode> items = new ArrayList<>();
    if (value.isMissingNode() || value.isNull()) {
      return items;
    }
    if (!value.isArray()) {
      throw invalid(field, remedy);
    }
    value.forEach(items::add);
    return items;
  }

  /**
   * Returns the error for a field with an invalid value.
   *
   * @param field its key
   * @param remedy what to do
   * @return an error that names the place, the field and the value it has
   */
  public InvalidInputException invalid(String field, String remedy) {
    return invalid(field, fields.path(field), remedy);
  }

  /**
   * Returns the error for an invalid value in a field.
   *
   * @param field its key
   * @param value the invalid value
   * @param remedy what to do
   * @return an error that names the place, the field and the value
   */
  public InvalidInputException invalid(String field, Object value, String remedy) {
    return new InvalidInputException(where + " " + field, value, remedy);
  }
}
