package org.brandimage.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.brandimage.spi.error.InvalidInputException;

/** Reads and writes {@link RunDocument}s and the values in them. Immutable and thread-safe. */
final class DocumentJson {
  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxDocumentLength(RunArchive.MOST_JSON_BYTES)
          .maxTokenCount(8_000_000)
          .maxNestingDepth(40)
          .maxStringLength(1 << 20)
          .maxNameLength(1 << 10)
          .maxNumberLength(40)
          .build();

  private final JsonMapper mapper =
      MixIns.addTo(JsonMapper.builder(JsonFactory.builder().streamReadConstraints(BOUNDS).build()))
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          // Fields that a later minor version adds must not stop an earlier one from reading.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result of plain values cannot fail to become JSON", e);
    }
  }

  /** Returns a value as a tree, in the form it has in a document. */
  JsonNode tree(Object value) {
    return mapper.valueToTree(value);
  }

  /** Returns a mapper for the values in a document and those of a module, on one line each. */
  JsonMapper with(Module... modules) {
    return mapper.rebuild().addModules(modules).disable(SerializationFeature.INDENT_OUTPUT).build();
  }

  /** Returns an empty object. */
  ObjectNode object() {
    return mapper.createObjectNode();
  }

  /**
   * Reads a document of any version.
   *
   * @throws InvalidInputException when it is none, is damaged, or is larger than any run's
   */
  RunDocument read(String json) {
    try {
      JsonNode document = mapper.readTree(json);
      if (!document.isObject()) {
        throw MismatchedInputException.from(null, RunDocument.class, "is no JSON object");
      }
      requireVersion(document.path("format"), document.path("version"));
      EarlierVersion.translate(document);
      return mapper.treeToValue(document, RunDocument.class);
    } catch (JsonProcessingException e) {
      throw damaged(place(e), e);
    }
  }

  private static void requireVersion(JsonNode format, JsonNode version) {
    boolean known =
        format.asText().equals(RunDocument.FORMAT)
            && version.isInt()
            && version.intValue() >= 1
            && version.intValue() <= RunDocument.VERSION;
    if (!known) {
      throw new InvalidInputException(
          RunArchive.RUN_JSON,
          format.asText() + " version " + version.asText(),
          "give a file of format " + RunDocument.FORMAT + " version 1 to " + RunDocument.VERSION);
    }
  }

  /** Returns the error about a value; the innermost cause is the one that says what is wrong. */
  static InvalidInputException damaged(String place, Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String problem =
        cause instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : cause.getMessage();
    InvalidInputException damaged =
        new InvalidInputException(
            (RunArchive.RUN_JSON + " " + place).strip(),
            String.valueOf(problem),
            "give a file that a run has written");
    damaged.initCause(e);
    return damaged;
  }

  /** Returns where a value stands, such as {@code finalists[2].image}. */
  private static String place(JsonProcessingException e) {
    StringBuilder place = new StringBuilder();
    List<JsonMappingException.Reference> path =
        e instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return place.toString();
  }
}
