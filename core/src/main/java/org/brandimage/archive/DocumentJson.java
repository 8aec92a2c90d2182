package org.brandimage.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Reads and writes {@link RunDocument}s and the values in them. Immutable and thread-safe. */
final class DocumentJson {
  private final JsonMapper mapper =
      MixIns.addTo(JsonMapper.builder())
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          // Fields that a later minor version adds must not stop an earlier one from reading.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
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
  JsonMapper with(Module module) {
    return mapper.rebuild().addModule(module).disable(SerializationFeature.INDENT_OUTPUT).build();
  }

  /** Returns an empty object. */
  ObjectNode object() {
    return mapper.createObjectNode();
  }

  RunDocument read(String json) throws JsonProcessingException {
    JsonNode document = mapper.readTree(json);
    if (!document.isObject()) {
      throw MismatchedInputException.from(null, RunDocument.class, "is no JSON object");
    }
    EarlierVersion.translate(document);
    return mapper.treeToValue(document, RunDocument.class);
  }
}
