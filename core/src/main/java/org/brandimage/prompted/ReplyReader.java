package org.brandimage.prompted;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.brandimage.spi.error.MalformedReplyException;

/**
 * Turns a model's reply into checked JSON: one object, no key twice, nothing after it, no larger or
 * deeper than an honest reply, and valid by the prompt's schema. Immutable and thread-safe.
 */
final class ReplyReader {
  /** An honest reply has a few thousand characters. */
  static final int LONGEST_REPLY = 100_000;

  private static final int DEEPEST = 16;
  private static final int LONGEST_STRING = 20_000;
  private static final int LONGEST_NUMBER = 40;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(LONGEST_STRING)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private final Validator validator;
  private final URI schema;
  private final UnaryOperator<JsonNode> tidying;

  /**
   * Creates a reader.
   *
   * @param prompt what the model was asked; its schema is the agreed form
   * @param tidying brings what has only one reading into the agreed form, before it is checked
   */
  ReplyReader(Prompt prompt, UnaryOperator<JsonNode> tidying) {
    this.tidying = Objects.requireNonNull(tidying, "tidying");
    this.validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory(mapper))
            .createValidator();
    this.schema =
        validator.registerSchema(
            URI.create("urn:brandimage:" + prompt.name()), prompt.jsonSchema());
  }

  /**
   * Reads a reply.
   *
   * @throws MalformedReplyException when it is not of the agreed form; the message holds places and
   *     rules, never a word of the reply
   */
  JsonNode read(String json) {
    if (json.length() > LONGEST_REPLY) {
      throw malformed("$", "is longer than " + LONGEST_REPLY + " characters", json);
    }
    JsonNode root = tidying.apply(parse(json));
    if (!root.isObject()) {
      throw malformed("$", "is no JSON object", json);
    }
    List<Error> errors = errors(root, json);
    if (!errors.isEmpty()) {
      Error first = errors.get(errors.size() - 1);
      String place = first.getInstanceLocation();
      // A key the model made up stands in the place too, so only known characters pass.
      throw malformed(
          place.matches("[A-Za-z0-9_/]{1,80}") ? place : "$",
          "breaks the schema's rule \"" + first.getKeyword() + "\"",
          json);
    }
    return root;
  }

  private List<Error> errors(JsonNode root, String json) {
    try {
      return validator.validate(schema, root).getErrors();
    } catch (ArithmeticException | IllegalArgumentException e) {
      // The validator computes with numbers such as 1e999999999, which no double holds.
      throw malformed("$", "holds a number out of every range", json);
    }
  }

  private JsonNode parse(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw malformed("$", "is not well-formed JSON within the limits", json);
    }
  }

  private static MalformedReplyException malformed(String field, String problem, String json) {
    return new MalformedReplyException(field, problem, json);
  }
}
