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
 * A JSON object whose fields are read by type. A field of another type is refused, so is null where
 * a text or a number is asked for; a missing field is empty. Errors name the place, the field, the
 * value and the remedy. Immutable as long as the tree it reads is not changed.
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
   * Parses a document. Duplicate keys and anything behind the object are refused.
   *
   * @param json the document
   * @param where what it is, for errors, such as "brand kit"
   * @return its object
   * @throws InvalidInputException when it is no JSON, or no object
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
   * Returns a reader of an object that was parsed elsewhere.
   *
   * @param fields the object
   * @param where what it is, for errors
   * @return the reader
   */
  public static StrictJson of(ObjectNode fields, String where) {
    return new StrictJson(where, fields);
  }

  /**
   * Returns a reader of the same object whose errors name another place.
   *
   * @param place what the object is, for errors
   * @return the reader
   */
  public StrictJson at(String place) {
    return new StrictJson(place, fields);
  }

  /**
   * Rejects unknown keys.
   *
   * @param known the keys allowed
   * @return this
   * @throws InvalidInputException when there is another key
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
   * Returns a text.
   *
   * @param field its key
   * @param remedy what to do when it is no text
   * @return the text, or empty when the field is missing
   * @throws InvalidInputException when it is no text
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
   * Returns a number.
   *
   * @param field its key
   * @param remedy what to do when it is no number
   * @return the number, or empty when the field is missing
   * @throws InvalidInputException when it is no number
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
   * Returns a list of texts.
   *
   * @param field its key
   * @return the texts; none when the field is missing or null
   * @throws InvalidInputException when it is no list, or holds anything else
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
   * @param each what an object is, for errors
   * @param reader reads one object
   * @return what the reader returned; nothing when the field is missing or null
   * @param <T> what is read
   * @throws InvalidInputException when it is no list, or holds anything else
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
   * Returns a list whatever it holds.
   *
   * @param field its key
   * @param remedy what to do when it is no list
   * @return the items; none when the field is missing or null
   * @throws InvalidInputException when it is no list
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
   * Returns the error for a field whose value does not fit.
   *
   * @param field its key
   * @param remedy what to do
   * @return an error that names the place, the field and the value it has
   */
  public InvalidInputException invalid(String field, String remedy) {
    return invalid(field, fields.path(field), remedy);
  }

  /**
   * Returns the error for a value of a field that does not fit.
   *
   * @param field its key
   * @param value what does not fit
   * @param remedy what to do
   * @return an error that names the place, the field and the value
   */
  public InvalidInputException invalid(String field, Object value, String remedy) {
    return new InvalidInputException(where + " " + field, value, remedy);
  }
}
